// Draws the lifecycle's statechart for the documentation, from the machine itself.
import { toDirectedGraph, type DirectedGraphEdge, type DirectedGraphNode } from 'xstate/graph';
import { DUTIES, LIFECYCLE_VERSION, lifecycleMachine } from '@xuzheng/engine';

type Edge = {
  readonly from: string;
  readonly to: string;
  readonly event: string;
  readonly guard: string;
};

const short = (id: string): string => id.replace(/^lifecycle\./, '').replace(/^active\./, '');
/** Mermaid's names hold no dots. */
const named = (id: string): string => short(id).replaceAll('.', '_');
const label = (id: string): string => short(id).split('.').at(-1) ?? id;

function guardOf(edge: DirectedGraphEdge): string {
  const { guard } = edge.transition;
  if (guard === undefined) return '';
  return typeof guard === 'string' ? guard : ((guard as { type?: string }).type ?? '');
}

const edgesOf = (node: DirectedGraphNode): Edge[] => [
  ...node.edges.map((edge) => ({
    from: edge.source.id,
    to: edge.target.id,
    event: edge.label.text,
    guard: guardOf(edge),
  })),
  ...node.children.flatMap(edgesOf),
];

const find = (node: DirectedGraphNode, id: string): DirectedGraphNode | undefined =>
  node.id === id
    ? node
    : node.children.map((child) => find(child, id)).find((found) => found !== undefined);

const isWithin = (id: string, region: string): boolean =>
  id === region || id.startsWith(`${region}.`);

function drawStates(node: DirectedGraphNode, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const drawn = node.children.flatMap((child, i) => {
    const inner = child.children.length > 0;
    const open = `${indent}state "${label(child.id)}" as ${named(child.id)}`;
    const body = inner ? [`${open} {`, ...drawStates(child, depth + 1), `${indent}}`] : [open];
    const divider = node.stateNode.type === 'parallel' && i > 0 ? [`${indent}--`] : [];
    return [...divider, ...body];
  });
  const { initial } = node.stateNode;
  const first = initial?.target[0];
  return first === undefined ? drawn : [`${indent}[*] --> ${named(first.id)}`, ...drawn];
}

const arrow = ({ from, to, event, guard }: Edge): string => {
  const why = guard === '' ? '' : ` [${guard}]`;
  return `  ${named(from)} --> ${named(to)} : ${event === '' ? 'at once' : event}${why}`;
};

function drawRegion(root: DirectedGraphNode, edges: readonly Edge[], name: string): string {
  const path = `lifecycle.active.${name}`;
  // A state that others aim at has an id of its own; those inside it keep their path.
  const region = find(root, path) ?? find(root, name);
  if (region === undefined) throw new Error(`no such state: ${name}`);
  const own = edges.filter(
    ({ from, to }) => isWithin(from, path) && isWithin(to, path) && from !== to,
  );
  const lines = ['stateDiagram-v2', ...drawStates(region, 1), ...own.map(arrow)];
  return ['```mermaid', ...lines, '```'].join('\n');
}

function drawSequence(): string {
  const lines = [
    'stateDiagram-v2',
    '  [*] --> registered',
    '  registered --> verifyingPhone : at once',
    '  verifyingPhone --> completingProfile : PHONE_VERIFIED',
    '  completingProfile --> active : PROFILE_COMPLETED',
    '  active --> closed_withdrawn : WITHDRAW [noRegistryCall]',
    '  active --> closed_expired : YEAR_ENDED, RELEARN_ENDED',
    '  active --> closed_settled : SETTLE',
  ];
  return ['```mermaid', ...lines, '```'].join('\n');
}

function edgeTable(edges: readonly Edge[]): string {
  const rows = edges.map(
    ({ from, event, guard, to }) =>
      `| ${short(from)} | ${event === '' ? '(at once)' : event} | ${guard} | ${from === to ? '(stays)' : short(to)} |`,
  );
  return ['| in | event | if | to |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const REGIONS = ['hours', 'exam', 'audit', 'appeal', 'renewal'] as const;

/** The page of the lifecycle, as Markdown with Mermaid diagrams. */
export function lifecyclePicture(): string {
  const root = toDirectedGraph(lifecycleMachine);
  const edges = edgesOf(root);
  const duties = Object.entries(DUTIES).map(([state, duty]) => `- \`${state}\` asks for ${duty}`);
  return [
    '# The lifecycle of an enrolment',
    `Generated from \`engine/src/lifecycle/lifecycle.machine.ts\` (version ${LIFECYCLE_VERSION}) by \`npm run generate\`. Do not edit.`,
    'One process per learner, post and study year. What the account already has is passed at once; in `active` five regions live side by side.',
    drawSequence(),
    ...REGIONS.flatMap((name) => [`## ${name}`, drawRegion(root, edges, name)]),
    '## States that wait for an answer',
    'The process owes the world a call in these states and stays until the answer comes as an event:',
    duties.join('\n'),
    '## Every edge',
    edgeTable(edges),
    '',
  ].join('\n\n');
}
