/** A configuration the product will not start with; the message is one sentence for the operator. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault';
}

export type Env = Readonly<Record<string, string | undefined>>;

/** A variable that must be there. */
export function needed(env: Env, name: string): string {
  const value = env[name];
  if (!value) throw new ConfigFault(`Set ${name}; it is missing. (请设置 ${name}。)`);
  return value;
}

/** An address of somebody else's service; in production nothing is sent in clear. */
export function readAddress(env: Env, name: string, mode: string): string {
  const text = needed(env, name).replace(/\/+$/, '');
  const url = URL.canParse(text) ? new URL(text) : null;
  const right = mode === 'production' ? ['https:'] : ['https:', 'http:'];
  if (url === null || !right.includes(url.protocol) || url.username || url.search || url.hash)
    throw new ConfigFault(
      `${name} must be an https address without a query or password. (${name} 须为 https 地址。)`,
    );
  return text;
}
