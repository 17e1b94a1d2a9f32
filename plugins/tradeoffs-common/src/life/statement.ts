import type { TradeoffRecord } from '../model/types';

/**
 * One part of the sentence: bold where it comes from the record.
 *
 * @public
 */
export interface StatementPart {
  text: string;
  strong: boolean;
}

/**
 * The record in one sentence, after the Y-statement of Zdun and others: in the
 * context of …, facing …, we decided … and neglected …, to achieve …,
 * accepting …. Parts that the record does not state are left out; undefined
 * where it states no decision at all.
 *
 * Source: "Sustainable Architectural Design Decisions", IEEE Software 30 (6), 2013.
 *
 * @public
 */
export function statement(
  record: TradeoffRecord,
  context: string,
): StatementPart[] | undefined {
  const chosen = record.chosenOption;
  if (!chosen) {
    return undefined;
  }
  const parts: StatementPart[] = [];
  const say = (lead: string, value: string | undefined) => {
    if (value) {
      parts.push({ text: lead, strong: false }, { text: value, strong: true });
    }
  };
  const tradeoff = record.tradeoffs[0];
  const qualities = (effect: 'improves' | 'degrades') =>
    record.tradeoffs
      .flatMap(entry => entry.qualityAttributes)
      .filter(attribute => attribute.effect === effect)
      .map(attribute => attribute.name);
  const neglected = record.options.filter(
    option =>
      !option
        .toLocaleLowerCase('en-US')
        .startsWith(chosen.toLocaleLowerCase('en-US')),
  );
  say('In the context of ', context);
  say(', facing ', tradeoff?.scenario?.stimulus);
  say(', we decided for ', chosen);
  say(' and neglected ', neglected.join(', '));
  say(', to achieve ', qualities('improves').join(', '));
  say(
    ', accepting ',
    [
      ...new Set([
        ...qualities('degrades').map(name => `less ${name}`),
        ...(tradeoff?.scenario?.responseMeasure
          ? [tradeoff.scenario.responseMeasure]
          : []),
      ]),
    ].join(', '),
  );
  parts.push({ text: '.', strong: false });
  return parts;
}
