/** What a first visitor finds: runnable, and about what is here. */
export const sample = `# Ctrl+Enter runs the operation at the caret.
# Ctrl+Space completes, F1 lists all keys.
query Registry {
  registry {
    version
    defaultModelId
    providers {
      name
      providerSdkId
      models {
        name
        modelSdkId
        isDefault
      }
    }
  }
}
`;
