import { exitCode } from '../../../contract/exit-code.ts';
import { type Certificate, certificateOf } from '../../../practice/exam/certificate/certificate.ts';
import { type CertificateLine, certificateHtml } from '../../../practice/exam/certificate/certificate-html.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { refused } from '../../input/checked.ts';
import { jsonLine } from '../../output/json.ts';
import { localTime } from '../../output/local-time.ts';
import { intoSink } from '../../output/sink.ts';
import { facts } from '../../output/table.ts';
import type { Work } from '../../run.ts';
import { atDesk } from './exam-desk.ts';

interface CertificateOptions {
  readonly format?: string;
  readonly out?: string;
}

const linesOf = ({ say }: Context, certificate: Certificate): CertificateLine[] => [
  [say('certificate.exam'), certificate.exam],
  [say('certificate.date'), localTime(certificate.date)],
  [say('certificate.score'), say('certificate.score-of', { ...certificate })],
  [say('certificate.pass'), `${certificate.pass}%`],
  [say('certificate.seal'), certificate.seal],
];

const formats = {
  json: (_: Context, certificate: Certificate): string => jsonLine(certificate),
  text: (context: Context, certificate: Certificate): string => {
    const { say, language } = context;
    const sentence = say('certificate.sentence', {
      trainee: certificate.trainee,
      title: certificate.title[language],
    });
    return `${say('certificate.heading')}\n\n${sentence}\n\n${facts(linesOf(context, certificate))}`;
  },
  html: (context: Context, certificate: Certificate): string => {
    const { say, language } = context;
    const sentence = say('certificate.sentence', {
      trainee: certificate.trainee,
      title: certificate.title[language],
    });
    return certificateHtml(language, say('certificate.heading'), sentence, linesOf(context, certificate));
  },
};

const formatOf = (context: Context, named: string): keyof typeof formats => {
  const known = Object.keys(formats) as (keyof typeof formats)[];
  const format = known.find((one) => one === named);
  if (!format) {
    throw refused(context, [
      { field: 'format', problem: context.say('exam.answer.not-one', { options: known.join(' ') }) },
    ]);
  }
  return format;
};

/** `practice exam certificate`: exit 8 when the exam was not passed, or its seal does not hold. */
export const printCertificate: Work<[string], CertificateOptions> = async (context, [exam], options) => {
  const { say } = context;
  const format = formatOf(context, options.format ?? (context.json ? 'json' : 'text'));
  const { state, seal } = atDesk(context, exam, (desk) => desk.result(exam));
  if (!seal.passed) {
    const { pass } = state.start.blueprint;
    throw new Failure('not_passed', exitCode.checkFailed, say('exam.not-passed', { percent: seal.percent, pass }));
  }
  const text = formats[format](context, certificateOf({ exam, state: { ...state, seal } }));
  await intoSink(options.out, (sink) => sink.write(text));
  return undefined;
};
