import { hash } from 'node:crypto';
import { type Actor, type Command, canonicalText, contentHash, type Event, type Instant, type SubmitChecklist } from '@xiuhua/engine';

/** A command somebody gives, under an id he made: giving it again under the same id changes nothing. */
export interface Order {
  readonly id: string;
  readonly by: Actor;
  readonly command: Command;
  /** When it is taken; the clock's now when left out. */
  readonly at?: Instant;
  /** For a submission from a phone's file: who brought it in. */
  readonly carriedBy?: string;
  /** For a submission: the units for which the person inspected before. */
  readonly inspectedFor?: readonly string[];
}

/** A filled checklist somebody hands in. Its own submission id is the id of the order. */
export interface Handing {
  readonly by: Actor;
  readonly command: SubmitChecklist;
  readonly at?: Instant;
  /** Who brought it in from a phone's file, when it was not the phone itself. */
  readonly carriedBy?: string;
  /** The units for which the person inspected before. */
  readonly inspectedFor?: readonly string[];
}

/**
 * Proof that a submission is stored. `seq` is its place in the log. `missingPhotos` are photos it names that have
 * not arrived whole: the phone keeps them until this list is empty.
 */
export interface Receipt {
  readonly submission: string;
  readonly contentHash: string;
  readonly seq: number;
  readonly at: Instant;
  readonly missingPhotos: readonly string[];
}

/** What became of an order: the events it led to. `known` when it had been taken before. */
export interface Taken {
  readonly events: readonly Event[];
  readonly known: boolean;
  /** For a submission: the receipt of the content that was first. */
  readonly receipt?: Receipt;
  /** True when other content under the same submission id is kept beside the first. */
  readonly conflict: boolean;
}

const digest = (text: string): string => hash('sha256', text);

/** Hash of what a command says. */
export const hashOfCommand = (command: Command): string =>
  command.type === 'SubmitChecklist' ? contentHash(command, digest) : digest(canonicalText(command));

/** Cause under which other content of a submission is logged: the same content again has the same cause. */
export const conflictCause = (submission: string, hash: string): string => `${submission}~${hash.slice(0, 16)}`;

/** Photos a command names. */
export const photosOf = (command: Command): readonly string[] => {
  if (command.type === 'SubmitChecklist') return Object.values(command.answers).flatMap((answer) => answer.photos ?? []);
  return 'photos' in command ? command.photos : [];
};
