using NewsDiff.Testing.Contracts;

namespace NewsDiff.Samples.OwnStore;

/// <summary>The store does what a tracker expects of one.</summary>
public sealed class FileVersionStoreTests : VersionStoreContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await FileVersionStore.OpenAsync(TemporaryFile("versions.jsonl"));
}
