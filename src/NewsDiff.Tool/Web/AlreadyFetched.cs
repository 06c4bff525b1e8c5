namespace NewsDiff.Tool.Web;

/// <summary>Answers with what was fetched a moment ago, so that no site is asked twice for one page.</summary>
internal sealed class AlreadyFetched : IArticleFetcher
{
    private readonly FetchResult _result;

    internal AlreadyFetched(FetchResult result) => _result = result;

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(_result);
}
