using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Finds an article under an address that differs only in a reader's session.</summary>
/// <remarks>
/// The address without the session is remembered as a statement, by which later visits find each other. Only the same
/// title and nearly the same text make two of them one.
/// </remarks>
internal sealed class SessionTwins(TrackingContext context)
{
    /// <summary>The articles that are the visited one under another session.</summary>
    /// <param name="self">The visited article.</param>
    /// <param name="url">Its address.</param>
    /// <param name="article">What the page says now.</param>
    /// <param name="remember">Remembers a key of the article, unless another one has it.</param>
    public async Task<List<TrackedArticle>> FindAsync(
        TrackedArticle self, Uri url, Article article, Func<string, Task> remember)
    {
        List<TrackedArticle> twins = [];
        foreach (string name in context.Sessions.SuspectedIn(url))
        {
            Uri rest = SessionParameter.Without(url, name);
            string key = ArticleKey.OfStatement(rest).ToString();
            await remember(key).ConfigureAwait(false);
            foreach (string wanted in (string[])[key, ArticleKey.OfAddress(rest).ToString()])
            {
                if (await context.Catalog.FindByKeyAsync(wanted, CancellationToken.None).ConfigureAwait(false)
                    is { } other && other.Id != self.Id && !twins.Exists(twin => twin.Id == other.Id)
                    && await IsSameAsync(other, article, url, name).ConfigureAwait(false))
                {
                    twins.Add(other);
                }
            }
        }

        return twins;
    }

    private async Task<bool> IsSameAsync(TrackedArticle other, Article article, Uri url, string name)
    {
        if (await context.Store.FindLatestAsync(other.Id, CancellationToken.None).ConfigureAwait(false)
            is not { HasText: true } theirs)
        {
            return false;
        }

        bool isSame = SameStory.IsUnchanged(theirs.Article, article);
        context.Sessions.Note(url.Authority, name, isSame);
        return isSame;
    }
}
