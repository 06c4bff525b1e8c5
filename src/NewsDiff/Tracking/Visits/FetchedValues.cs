using NewsDiff.Feeds;

namespace NewsDiff.Tracking.Visits;

/// <summary>Checks the results of fetchers, possibly a host's own, before they are used.</summary>
internal static class FetchedValues
{
    /// <summary>Returns a fetcher's result if it is complete.</summary>
    /// <exception cref="InvalidOperationException">Something is missing, or an address is relative.</exception>
    public static FetchResult Checked(FetchResult? result)
    {
        Require(result is not null, "returned no result");
        Require(result!.MovedTo is not { IsAbsoluteUri: false }, "returned a relative address for a moved article");
        if (result.Article is { } article)
        {
            Require(article.Url is { IsAbsoluteUri: true }, "returned an article without an absolute address");
            Require(article.Title is not null, "returned an article without a title");
            Require(
                article.Paragraphs.All(static paragraph => paragraph?.Text is not null),
                "returned an article that has a paragraph without text");
            Require(
                article.Authors.All(static author => author is not null),
                "returned an article that has an author without a name");
            Require(
                article.Captions.All(static caption => caption is not null)
                    && article.Links.All(static link => link is not null),
                "returned an article that has a caption without text or a link without an address");
        }

        return result;
    }

    /// <summary>Returns a fetcher's result if it is complete.</summary>
    /// <exception cref="InvalidOperationException">Something is missing, or an address is relative.</exception>
    public static FeedResult Checked(FeedResult? result)
    {
        Require(result is not null, "returned no result");
        Require(result!.MovedTo is not { IsAbsoluteUri: false }, "returned a relative address for a moved feed");
        return result;
    }

    private static void Require(bool isMet, string fault)
    {
        if (!isMet)
        {
            throw new InvalidOperationException($"The fetcher {fault}.");
        }
    }
}
