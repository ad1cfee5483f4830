/** Whether an answer is still to come, from whichever promise library. */
export function isThenable<Value>(answer: Value | PromiseLike<Value>): answer is PromiseLike<Value> {
  return typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function';
}
