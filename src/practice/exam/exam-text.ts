/** A text of the exams by its path in the folder of practice. */
export interface ExamText {
  readonly file: string;
  readonly text: string;
}
