module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // openapi-fetch names the methods of its client after those of HTTP.
    'new-cap': [
      'error',
      { capIsNewExceptionPattern: '\\.(GET|POST|PUT|DELETE)$' },
    ],
  },
});
