// The storeys of the house and who may import whom. Arrows point right and down, never back:
//   UIs → client, engine's door     api → workflows' door → engine's door     tests → everything
const DOOR = (room) => `^${room}/src/index\\.ts$`;

/** A rule "nothing from here may import there". */
function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file.', {}, { circular: true }),
    forbid(
      'engine-stands-alone',
      'The engine imports itself and xstate, nothing else.',
      { path: '^engine/src' },
      { pathNot: ['^engine/src', 'node_modules/xstate/'] },
    ),
    forbid(
      'workflows-stand-on-the-engine',
      "Workflow code imports itself, the engine's door and Temporal's workflow packages.",
      { path: '^workflows/src' },
      {
        pathNot: [
          '^workflows/src',
          DOOR('engine'),
          'node_modules/@temporalio/(workflow|common)/',
          'node_modules/xstate/',
        ],
      },
    ),
    forbid(
      'api-below',
      'The api knows workflows and engine by their doors, and no screen.',
      { path: '^api/src' },
      {
        path: '^(engine|workflows|learner-ui|admin-ui|tests|api/client)/',
        pathNot: [DOOR('engine'), DOOR('workflows')],
      },
    ),
    forbid(
      'only-the-seed-uses-tools',
      'The seed draws its faces of nobody with a tool; the product itself needs none.',
      { path: '^api/src', pathNot: '^api/src/seed' },
      { path: '^tools/' },
    ),
    forbid(
      'api-worker-alone-loads-workflow-code',
      "The workflows' files (not their door) are bundled by path, never imported.",
      { path: '^api/src' },
      { path: '^workflows/src/(?!index\\.ts$)' },
    ),
    forbid(
      'client-stands-alone',
      'The client is a product of its own.',
      { path: '^api/client' },
      { path: '^(api/src|engine|workflows|learner-ui|admin-ui|tests|tools)/' },
    ),
    forbid(
      'learner-ui-on-client-and-engine',
      "The learner's app imports the client, the engine's door and itself.",
      { path: '^learner-ui/' },
      {
        path: '^(api/src|workflows|admin-ui|tests|tools|engine|api/client)/',
        pathNot: [DOOR('engine'), DOOR('api/client')],
      },
    ),
    forbid(
      'admin-ui-on-client-and-engine',
      "The admin app imports the client, the engine's door, itself and the shared look.",
      { path: '^admin-ui/' },
      {
        path: '^(api/src|workflows|learner-ui|tests|tools|engine|api/client)/',
        pathNot: [DOOR('engine'), DOOR('api/client'), '^learner-ui/src/look/'],
      },
    ),
    forbid(
      'modules-are-strangers',
      'One feature of a UI never imports another; what they share lives in ui/ or app/.',
      { path: '^(learner-ui|admin-ui)/src/modules/([^/]+)/' },
      { path: '^$1/src/modules/', pathNot: '^$1/src/modules/$2/' },
    ),
    forbid(
      'ui-parts-know-no-feature',
      'ui/ and look/ know no feature.',
      { path: '^(learner-ui|admin-ui)/src/(ui|look)/' },
      { path: '^(learner-ui|admin-ui)/src/modules/' },
    ),
    forbid(
      'db-is-lowest',
      'Queries import no other room of the api.',
      { path: '^api/src/db/' },
      { path: '^api/src/', pathNot: '^api/src/(db|crypto)/' },
    ),
    forbid(
      'commands-know-no-http',
      // Schemas are allowed: they are the shapes in which a command is asked and answers.
      'Commands, activities and jobs are the same whoever calls them.',
      { path: '^api/src/(commands|activities|jobs|outbox)/' },
      { path: '^api/src/(routes|plugins)/' },
    ),
    forbid(
      'activities-call-no-process-command',
      'An activity that Updates its own workflow would wait for itself.',
      { path: '^api/src/activities/' },
      { path: '^api/src/routes/' },
    ),
    forbid(
      'nothing-imports-tests',
      'Tests import everything; nothing imports tests.',
      { pathNot: '^tests/' },
      { path: '^tests/' },
    ),
    forbid(
      'no-undeclared-package',
      'A package is imported where a package.json names it.',
      { path: '^(engine|workflows|api|learner-ui|admin-ui)/src' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid('everything-resolves', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.artifacts|\\.data)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mts', '.vue', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
