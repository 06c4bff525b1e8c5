using NewsDiff.Addresses;
using NewsDiff.Diagnostics;
using NewsDiff.Events;
using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Decides when two articles are one, by what a page says about its addresses.</summary>
/// <remarks>
/// An address belongs to the article first seen there. Other evidence that two articles are one (an id of a feed, a
/// redirect, a canonical address) is only a hint, which the texts must confirm: a merge is final, while two histories
/// of one article are only a nuisance.
/// </remarks>
internal sealed class ArticleIdentity(TrackingContext context)
{
    private readonly VisitWriter _writer = new(context);
    private readonly Twins _twins = new(context);
    private readonly SessionTwins _sessionTwins = new(context);
    private readonly Relocation _relocation = new(context);

    /// <summary>Reads a page's statements about its addresses, and merges articles that are the same.</summary>
    public async Task<Settlement> SettleAsync(Visit visit, FetchResult fetched, ArticleVersion? latest)
    {
        if (context.Catalog is not IMergingCatalog
            || fetched is not { Status: FetchStatus.Fetched, Article: { } article }
            || await context.FindArticleAsync(visit.Target).ConfigureAwait(false) is not { } self)
        {
            return default;
        }

        if (self.MergedInto is { } into)
        {
            return new Settlement(await context.FindArticleAsync(into).ConfigureAwait(false), Home: null);
        }

        bool isItself = latest is not { HasText: true } || SameStory.Is(latest.Article, article);
        var sight = new IdentitySight(self, visit, fetched, latest, context.Now());
        (List<TrackedArticle> others, List<TrackedArticle> foreign) = await PartAsync(
            await FindOthersAsync(sight, isItself).ConfigureAwait(false), visit).ConfigureAwait(false);
        if (isItself)
        {
            List<TrackedArticle> twins = await _sessionTwins
                .FindAsync(self, visit.Url, article, key => RememberAsync(self, key)).ConfigureAwait(false);
            others.AddRange(twins.ExceptBy(others.Select(other => other.Id), twin => twin.Id));
        }

        if (latest is null)
        {
            await AddHintedAsync(self, others).ConfigureAwait(false);
            others.AddRange(await _twins.FindAsync(visit, article, others).ConfigureAwait(false));
        }

        return await SettleOwnAsync(others, sight, isItself).ConfigureAwait(false) is { Into: not null } settled
            ? settled
            : await SettleForeignAsync(foreign, sight, isItself).ConfigureAwait(false);
    }

    /// <summary>Merges with articles of the same site, and with those that the site itself names.</summary>
    private async Task<Settlement> SettleOwnAsync(List<TrackedArticle> others, IdentitySight sight, bool isItself)
    {
        foreach (TrackedArticle other in others)
        {
            bool? isTheirs = isItself ? await SurvivesAsync(other, sight).ConfigureAwait(false) : null;
            if (await MergeAsync(other, sight, isTheirs).ConfigureAwait(false))
            {
                return new Settlement(other, Home: null);
            }
        }

        return default;
    }

    /// <summary>The next of an article's addresses on the same site, when the visited one is lost; or null.</summary>
    public async Task<Uri?> FindOtherHomeAsync(Visit visit)
    {
        if (await context.FindArticleAsync(visit.Target).ConfigureAwait(false) is not { } article)
        {
            return null;
        }

        List<Uri> homes = [.. article.Keys.Select(ArticleKey.Parse)
            .Select(key => key.AddressOn(visit.Url)).OfType<Uri>().Where(url => SiteName.IsOne(url, visit.Url))];
        int current = homes.FindIndex(url => ArticleKey.OfAddress(url) == ArticleKey.OfAddress(visit.Url));
        return homes.Count < 2 ? null : homes[(current + 1) % homes.Count];
    }

    /// <summary>Merges with articles of other sites; nobody may speak for the article of another site.</summary>
    /// <remarks>
    /// The visited page may say where it went. Whichever history stands, the article is visited at the site to which
    /// the page leads, so that this site speaks for it.
    /// </remarks>
    private async Task<Settlement> SettleForeignAsync(List<TrackedArticle> foreign, IdentitySight sight, bool isItself)
    {
        Uri? home = null;
        foreach (TrackedArticle other in foreign)
        {
            Uri theirHome = await _relocation.HomeOfAsync(other).ConfigureAwait(false);
            ArticleVersion? theirs = await context.Store.FindLatestAsync(other.Id, CancellationToken.None)
                .ConfigureAwait(false);
            bool? isTheirs = isItself ? ForeignClaims.Survives(sight, other, theirs, theirHome) : null;
            if (await MergeAsync(other, sight, isTheirs, isForeign: true).ConfigureAwait(false))
            {
                if (!sight.LeadsTo(theirHome))
                {
                    await _relocation.MoveAsync(other.Id, sight.Visit.Url, sight.Now).ConfigureAwait(false);
                }

                return new Settlement(other, Home: null);
            }

            home = isTheirs is false && sight.LeadsTo(theirHome) ? theirHome : home;
        }

        return new Settlement(Into: null, home);
    }

    /// <summary>Merges the visited article with another one, unless the texts show that they are two.</summary>
    /// <returns>Whether the visited article was merged into the other.</returns>
    private async Task<bool> MergeAsync(
        TrackedArticle other, IdentitySight sight, bool? isTheirs, bool isForeign = false)
    {
        if (isTheirs is null)
        {
            context.Log.StayedApart(sight.Visit.Url, other.Url);
            return false;
        }

        (TrackedArticle from, TrackedArticle to) = isTheirs.Value ? (sight.Self, other) : (other, sight.Self);
        var catalog = (IMergingCatalog)context.Catalog;
        if (!await catalog.MergeAsync(from.Id, to.Id, CancellationToken.None).ConfigureAwait(false))
        {
            return false;
        }

        await EndVisitsAsync(from, to, sight.Visit, isForeign).ConfigureAwait(false);
        return isTheirs.Value;
    }

    /// <summary>Whether the other article survives a merge; null when the texts show that they are two.</summary>
    private async Task<bool?> SurvivesAsync(TrackedArticle other, IdentitySight sight)
    {
        ArticleVersion? theirs = await context.Store.FindLatestAsync(other.Id, CancellationToken.None)
            .ConfigureAwait(false);
        if (theirs is null)
        {
            return sight.Latest is not null && sight.IsMovedTo(other) ? false : null;
        }

        return SameStory.Is(theirs.Article, sight.Fetched.Article!)
            ? sight.Latest is null || IdentitySight.IsOlder(other, sight.Self)
            : null;
    }

    /// <summary>Parts articles of the visited site from those of others.</summary>
    private async Task<(List<TrackedArticle> Own, List<TrackedArticle> Foreign)> PartAsync(
        List<TrackedArticle> articles, Visit visit)
    {
        List<TrackedArticle> own = [];
        List<TrackedArticle> foreign = [];
        foreach (TrackedArticle article in articles)
        {
            Uri home = await _relocation.HomeOfAsync(article).ConfigureAwait(false);
            (SiteName.IsOne(home, visit.Url) ? own : foreign).Add(article);
        }

        return (own, foreign);
    }

    /// <summary>The articles that may be the visited one.</summary>
    /// <remarks>They claim its address, or are at the addresses that it claims.</remarks>
    private async Task<List<TrackedArticle>> FindOthersAsync(IdentitySight sight, bool isItself)
    {
        (TrackedArticle self, Uri url) = (sight.Self, sight.Visit.Url);
        List<string> keys = [ArticleKey.OfStatement(url).ToString()];
        foreach (AddressClaim claim in PageClaims.Find(url, sight.Fetched).Where(
            claim => claim.Belief != ClaimBelief.Refused))
        {
            keys.Add(ArticleKey.OfAddress(claim.Url).ToString());
            if (claim.Belief == ClaimBelief.Believed)
            {
                keys.Add(claim.Key.ToString());

                // Articles seen at that address later are then found. After a permanent move, the address is the
                // article's own.
                bool isAtNewAddress = isItself && claim.Url == sight.Fetched.MovedTo
                    && (SiteName.IsOne(claim.Url, url) || sight.HasMoved);
                ArticleKey remembered = isAtNewAddress ? ArticleKey.OfAddress(claim.Url) : claim.Key;
                await RememberAsync(self, remembered.ToString()).ConfigureAwait(false);
            }
        }

        List<TrackedArticle> others = [];
        foreach (string key in keys.Where(key => !self.Keys.Contains(key)))
        {
            if (await context.Catalog.FindByKeyAsync(key, CancellationToken.None).ConfigureAwait(false) is { } owner
                && owner.Id != self.Id && others.TrueForAll(other => other.Id != owner.Id))
            {
                others.Add(owner);
            }
        }

        return others;
    }

    private async Task AddHintedAsync(TrackedArticle self, List<TrackedArticle> others)
    {
        foreach (string hinted in self.Keys.Select(key => ArticleKey.Parse(key).HintedId).OfType<string>())
        {
            if (await context.FindArticleAsync(hinted).ConfigureAwait(false) is { MergedInto: null } other
                && other.Id != self.Id)
            {
                others.Add(other);
            }
        }
    }

    private async Task RememberAsync(TrackedArticle self, string key)
    {
        if (!self.Keys.Contains(key)
            && await context.Catalog.FindByKeyAsync(key, CancellationToken.None).ConfigureAwait(false) is null)
        {
            var remembered = new ArticleRegistration
            {
                Keys = [self.Keys[0], key],
                Url = self.Url,
                SeenAt = self.FirstSeenAt,
            };
            await context.Catalog.RegisterAsync(remembered, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the visits of a merged article.</summary>
    /// <remarks>If the surviving article is no longer at its address, its visits move to this one.</remarks>
    private async Task EndVisitsAsync(TrackedArticle from, TrackedArticle to, Visit current, bool isForeign)
    {
        if (from.Id != current.Target
            && await _writer.TryTakeAsync(VisitKind.Article, from.Id).ConfigureAwait(false) is { } taken)
        {
            await _writer.CommitAsync(new VisitCommit
            {
                Visit = taken with { State = VisitState.Merged, DueAt = null },
                At = context.Now(),
                Event = ArticleEventKind.Merged,
                MergedInto = to.Id,
            }).ConfigureAwait(false);
        }

        if (!isForeign && to.Id != current.Target
            && await context.Visits.FindVisitAsync(VisitKind.Article, to.Id, CancellationToken.None)
                .ConfigureAwait(false)
                is { DueAt: not null, LastStatus: FetchStatus.NotFound or FetchStatus.Gone })
        {
            await _relocation.MoveAsync(to.Id, current.Url, context.Now()).ConfigureAwait(false);
        }
    }
}
