import js from '@eslint/js'
import astro from 'eslint-plugin-astro'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['dist/', '.dist.*/', '.cache/', '.astro/', 'test-results/', 'content/', 'tests/**/fixtures/']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  astro.configs['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.astro'] } },
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['suite', 'test', 'describe', 'it'] },
          ],
        },
      ],
      // Keys such as `lang` are read from index signatures of data on purpose.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['**/*.astro', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.astro'],
    rules: { 'astro/no-set-html-directive': 'error' },
  },
  {
    // The one place where HTML is taken as it is: the text that our own pipeline has sanitised.
    files: ['src/components/ReportText.astro'],
    rules: { 'astro/no-set-html-directive': 'off' },
  },
)
