import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "generated/",
      "node_modules/",
      "bench/node_modules/",
      "examples/*/out/",
      "test/lint/correct/", // models as users write them
      "test/lint/faulty/",
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "off", // allowed with a reason on the line; see test/house.test.ts
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-console": "off",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/**/*.ts", "codegen/**/*.ts"],
    ignores: ["src/cli/**", "src/disk/**", "src/eslint/**", "src/tsserver/**"],
    rules: {
      "no-console": "error",
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["node:*"],
              message: "only src/disk and the doors know of files and processes",
            },
          ],
        },
      ],
    },
  },
);
