/** The demonstration. */
export const demo = {
  'demo.about': 'Demonstration: the real hub and seat, callers from a script, data thrown away afterwards',
  'demo.seed': 'seed of the callers; the same seed, the same callers',
  'demo.calls': 'do not open the seat; run so many calls by itself',
  'demo.bad-number': '{option}: a whole number from 1 to {max}',
  'demo.begin': 'Demonstration without a terminal: a short shift runs by itself',
  'demo.citizen': 'citizen',
  'demo.closed': 'closed    ',
  'demo.dispatched': 'dispatched',
  'demo.returned': 'returned  ',
  'demo.abandoned': 'abandoned ',
  'demo.says.person':
    '(Demonstration) I am {name}, citizen number {idNumber}, calling from the mobile on record; account {account}.',
  'demo.says.clerk':
    '(Demonstration) I am {name}, clerk of the employer {employerAccount}, calling from the mobile on record.',
  'demo.report.calls': 'calls',
  'demo.report.direct': 'direct',
  'demo.report.dispatched': 'dispatched',
  'demo.report.returned': 'returned',
  'demo.report.abandoned': 'abandoned',
  'demo.report.lookups': 'Account lookups',
  'demo.report.chain': 'audit chain',
  'demo.verified': 'verified, {events} events',
  'demo.broken': 'NOT verified ({events} events checked)',
};
