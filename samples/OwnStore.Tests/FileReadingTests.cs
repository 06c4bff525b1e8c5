using NewsDiff.Testing.Contracts;

namespace NewsDiff.Samples.OwnStore;

/// <summary>The store reads what a query asks for.</summary>
public sealed class FileReadingTests : VersionReadingContract
{
    protected override async Task<IVersionStore> OpenAsync() =>
        await FileVersionStore.OpenAsync(TemporaryFile("versions.jsonl"));
}
