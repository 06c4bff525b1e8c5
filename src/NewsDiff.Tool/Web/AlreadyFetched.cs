namespace NewsDiff.Tool.Web;

/// <summary>Answers with a page that was just fetched, so that it is requested once.</summary>
internal sealed class AlreadyFetched : IArticleFetcher
{
    private readonly FetchResult _result;

    internal AlreadyFetched(FetchResult result) => _result = result;

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(_result);
}
