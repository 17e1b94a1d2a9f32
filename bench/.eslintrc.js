module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // It starts a whole back end in its own process, as packages/backend does.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});
