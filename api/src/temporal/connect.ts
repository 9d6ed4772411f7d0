import { Client, Connection } from '@temporalio/client';
import type { Config } from '../config.ts';
import { dataConverterFor } from './data-converter.ts';

/** The way to the processes. */
export type Temporal = {
  readonly client: Client;
  readonly taskQueue: string;
  readonly close: () => Promise<void>;
};

/** What a Temporal connection needs of the configuration. */
export type TemporalConfig = Pick<Config, 'temporal' | 'keys'>;

/** Opens the way lazily: a process starts and serves what it can while Temporal is away. */
export function connectTemporal(config: TemporalConfig): Promise<Temporal> {
  const { address, namespace, taskQueue } = config.temporal;
  const connection = Connection.lazy({ address });
  const client = new Client({
    connection,
    namespace,
    dataConverter: dataConverterFor(config.keys.master),
  });
  return Promise.resolve({ client, taskQueue, close: () => connection.close() });
}
