import { toInstant } from '../../../contract/shapes/text.ts';
import type { SealedExam } from '../verify.ts';

/** What a certificate says. */
export interface Certificate {
  readonly exam: string;
  readonly trainee: string;
  readonly blueprint: string;
  readonly title: Readonly<Record<'zh-CN' | 'en', string>>;
  /** When it was handed in, with offset. */
  readonly date: string;
  readonly points: number;
  readonly of: number;
  readonly percent: number;
  /** Percent. */
  readonly pass: number;
  /** Hash of the journal's last line. Kept elsewhere, it shows whether the journal is still the one that was sealed. */
  readonly seal: string;
}

/** The certificate of an exam that was passed. */
export const certificateOf = ({ exam, state }: SealedExam): Certificate => {
  const { start, seal } = state;
  return {
    exam,
    trainee: start.trainee,
    blueprint: start.blueprint.id,
    title: start.blueprint.title,
    date: toInstant(seal.at),
    points: seal.points,
    of: seal.of,
    percent: seal.percent,
    pass: start.blueprint.pass,
    seal: seal.head,
  };
};
