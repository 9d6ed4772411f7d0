import { useMutation, useQueryClient } from '@tanstack/vue-query';
import { problemOf } from '@xuzheng/learner-ui/look';

type WithId<T> = T & { readonly commandId: string };

/** Silence and faults leave it open whether the command was taken: only then the same id goes again. */
const isOpen = (error: unknown): boolean => {
  const status = problemOf(error)?.status ?? 0;
  return status === 0 || status >= 500;
};

/**
 * Ids of commands: the same command keeps its id until it has been answered, so that a retry after a
 * lost answer is the same command and not a second one. Another content is another command.
 */
export const commandIds = (newId: () => string = () => crypto.randomUUID()) => {
  let kept: { readonly content: string; readonly id: string } | null = null;
  return {
    idFor: (content: unknown): string => {
      const text = JSON.stringify(content);
      if (kept?.content !== text) kept = { content: text, id: newId() };
      return kept.id;
    },
    answered: (error?: unknown): void => {
      if (error === undefined || !isOpen(error)) kept = null;
    },
  };
};

type CommandOptions<Body, Reply> = {
  readonly send: (body: WithId<Body>) => Promise<Reply>;
  /** Keys of what has changed by it, to be read again. */
  readonly changes: readonly (readonly unknown[])[];
  readonly onDone?: (reply: Reply) => void;
  readonly onRefused?: (error: unknown) => void;
};

/** A command that may be sent again: one effect per id. */
export const useCommand = <Body extends object, Reply>(options: CommandOptions<Body, Reply>) => {
  const ids = commandIds();
  const queries = useQueryClient();
  const readAgain = () =>
    Promise.all(options.changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
  return useMutation({
    mutationFn: (body: Body) => options.send({ ...body, commandId: ids.idFor(body) }),
    onSuccess: async (reply) => {
      ids.answered();
      await readAgain();
      options.onDone?.(reply);
    },
    onError: async (error) => {
      ids.answered(error);
      if (!isOpen(error)) await readAgain();
      options.onRefused?.(error);
    },
  });
};
