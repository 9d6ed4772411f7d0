import type { ConsentView, ProfileView } from '../commands/read-profile.ts';
import { iso, isoOrNull } from './shared.ts';

/** A consent with its instant as a text. */
export const consentOnWire = (view: ConsentView) => ({ ...view, givenAt: isoOrNull(view.givenAt) });

/** The profile with its instants as texts. */
export const profileOnWire = (view: ProfileView) => {
  const { files, missing, consents, completedAt, ...rest } = view;
  const file = (one: ProfileView['files']['portrait']) =>
    one && { ...one, createdAt: iso(one.createdAt) };
  return {
    ...rest,
    files: {
      idCardFront: file(files.idCardFront),
      idCardBack: file(files.idCardBack),
      portrait: file(files.portrait),
    },
    missing: [...missing],
    completedAt: isoOrNull(completedAt),
    consents: consents.map(consentOnWire),
  };
};
