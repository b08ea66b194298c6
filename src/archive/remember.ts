/**
 * A function that finds its answer to each question once, and then gives it again. For questions of which there are few and which are
 * asked often, such as those about languages and dates: no answer is forgotten.
 */
export function remember<Question extends string | number, Answer>(
  find: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<Question, Answer>()
  return (question) => {
    const answer = known.get(question)
    if (answer !== undefined || known.has(question)) return answer as Answer
    const found = find(question)
    known.set(question, found)
    return found
  }
}

/** The same for questions that are objects: an answer is kept as long as its object is. */
export function rememberOf<Subject extends object, Answer>(
  find: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { answer: Answer }>()
  return (subject) => {
    const kept = known.get(subject) ?? { answer: find(subject) }
    known.set(subject, kept)
    return kept.answer
  }
}
