/**
 * A function that finds its answer to each question once, and then gives it again. For questions of which there are few and which are
 * asked often, such as those about languages and dates, or about the reports of one catalogue: no answer is forgotten as long as the
 * function is there.
 */
export function remember<Question, Answer>(find: (question: Question) => Answer): (question: Question) => Answer {
  const known = new Map<Question, Answer>()
  return (question) => {
    const answer = known.get(question)
    if (answer !== undefined || known.has(question)) return answer as Answer
    const found = find(question)
    known.set(question, found)
    return found
  }
}

/**
 * The same for questions that are objects: an answer is kept as long as its object is. It takes several times as long as `remember` where
 * there are very many, and the garbage collector looks at each of them.
 */
export function rememberOf<Subject extends object, Answer>(
  find: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
  const known = new WeakMap<Subject, { answer: Answer }>()
  return (subject) => {
    const kept = known.get(subject)
    if (kept !== undefined) return kept.answer
    const answer = find(subject)
    known.set(subject, { answer })
    return answer
  }
}
