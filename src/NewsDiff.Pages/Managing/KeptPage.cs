namespace NewsDiff.Pages.Managing;

/// <summary>Answers with the page of a preview, so that it is requested once.</summary>
internal sealed class KeptPage(FetchResult page) : IArticleFetcher
{
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(page);
}
