import { useMutation, useQuery, useQueryClient } from '@tanstack/vue-query';
import { readProfile, saveBasic, sendFile, type BasicInput, type FileKind } from './api.ts';

/** 我的档案: what is there, what is missing, and how to add it. */
export const useProfile = () => {
  const client = useQueryClient();
  const query = useQuery({ queryKey: ['profile'], queryFn: readProfile });
  const refresh = () =>
    Promise.all(
      [['profile'], ['enrolments']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  return {
    query,
    saving: useMutation({
      mutationFn: (basic: BasicInput) => saveBasic(basic),
      onSuccess: refresh,
    }),
    sendFile: async (kind: FileKind, file: File, declaredRecent: boolean) => {
      await sendFile(kind, file, declaredRecent);
      await refresh();
    },
  };
};
