import * as z from 'zod';
import { practisingRoles, teachingRoles } from '../domain/practice/result.ts';
import { route } from './route.ts';
import { PracticeQuery, PracticeResultView, Submission, Submitted, submissionBodyLimit } from './shapes/practice.ts';

/** What of practice comes to a hub: results, handed in on purpose. The practice itself stays with the person. */
export const practiceRoutes = {
  'practice.submit': route({
    method: 'POST',
    path: '/practice/results',
    summary: 'Hand in how runs of practice and exams went, all or none; what was handed in before stays as it is',
    roles: practisingRoles,
    body: Submission,
    bodyLimit: submissionBodyLimit,
    reply: Submitted,
    errors: ['result_conflict'],
  }),
  'practice.results': route({
    method: 'GET',
    path: '/practice/results',
    summary: 'Results of practice that were handed in: all for those who teach or inspect, else the own',
    roles: [...new Set([...practisingRoles, ...teachingRoles])],
    query: PracticeQuery,
    reply: z.object({ results: z.array(PracticeResultView), next: z.string().optional() }),
    errors: [],
  }),
} as const;
