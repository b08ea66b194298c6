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
