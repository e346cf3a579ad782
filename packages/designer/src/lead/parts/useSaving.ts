import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { saveFile } from '../../shared/api.ts';

/** Saves files of the server; what it refuses is said on the page instead of taking its place. */
export const useSaving = (): { readonly save: (path: string) => void; readonly saving: boolean } => {
  const { message } = App.useApp();
  const { mutate, isPending } = useMutation<void, Error, string>({
    mutationFn: saveFile,
    onError: (error) => void message.error(error.message, 8),
  });
  return { save: mutate, saving: isPending };
};
