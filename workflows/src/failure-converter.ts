import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Messages and stack traces of failures go through the payload codec like everything else; only the
 * failure's type, which is a refusal code, stays in clear. Loaded by client, worker and workflows alike.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
