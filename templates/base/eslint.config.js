import js from '@eslint/js';
import typescript from 'typescript-eslint';

export default typescript.config(
  { ignores: ['dist', 'coverage', '.local'] },
  js.configs.recommended,
  ...typescript.configs.strict,
);
