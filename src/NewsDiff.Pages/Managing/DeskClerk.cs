using NewsDiff.Extraction;
using NewsDiff.Fetching;
using NewsDiff.Identity;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>Does what the forms ask for.</summary>
internal sealed class DeskClerk(DeskRoom room)
{
    private const int MaxSource = 100;
    private const int MaxRule = 64 * 1024;

    private readonly Looker _looker = new(room);
    private readonly VisitSwitch _switch = new(room);
    private readonly Takedown _takedown = new(room);

    internal async Task<PageAddress?> PostAsync(
        string action, IReadOnlyDictionary<string, string> fields, string by, CancellationToken stop)
    {
        string ValueOf(string name) => fields.GetValueOrDefault(name) ?? "";
        string? place = action switch
        {
            "look" => "add/" + room.Additions.Keep(await LookAsync(
                ValueOf("address"), ValueOf("source"), ValueOf("rule"), stop).ConfigureAwait(false)),
            "follow" => await FollowAsync(ValueOf("draft"), stop).ConfigureAwait(false),
            "pause" or "resume" or "remove" when ValueOf("feed") is { Length: > 0 } feed =>
                await SwitchFeedAsync(action, feed, stop).ConfigureAwait(false),
            "pause" or "resume" or "remove" =>
                await SwitchArticleAsync(action, ValueOf("article"), stop).ConfigureAwait(false),
            "hide" => await _takedown.PrepareAsync(
                ValueOf("article"), ValueOf("first"), ValueOf("last"), ValueOf("reason"), stop).ConfigureAwait(false),
            "erase" => await _takedown.EraseAsync(ValueOf("draft"), by, stop).ConfigureAwait(false),
            _ => null,
        };
        return place is null ? null : PageAddress.Manage(place);
    }

    private async Task<AddDraft> LookAsync(string address, string source, string rule, CancellationToken stop)
    {
        var draft = new AddDraft
        {
            Address = DeskRoom.Beginning(address, TypedAddress.MaxLength),
            Source = DeskRoom.Beginning(source, MaxSource),
            Rule = DeskRoom.Beginning(rule, MaxRule),
        };
        (Uri? url, FieldFault? fault) = TypedAddress.Read(address);
        SiteRules? rules = null;
        fault ??= source.Length > MaxSource || source.Any(char.IsControl)
            ? new FieldFault("source", "A name has at most {0} characters, and none that are invisible.")
            {
                Values = [PageHtml.Number(MaxSource)],
            }
            : null;
        if (fault is null && rule.Trim().Length > 0)
        {
            (rules, fault) = ReadRule(rule, url!);
        }

        return fault is null
            ? draft with { Look = await _looker.LookAsync(url!, rules, stop).ConfigureAwait(false) }
            : draft with { Fault = fault };
    }

    private static (SiteRules? Rules, FieldFault? Fault) ReadRule(string rule, Uri url)
    {
        if (rule.Length > MaxRule)
        {
            return (null, new FieldFault("rule", "A rule has at most {0} characters; only the beginning was kept.")
            {
                Values = [PageHtml.Number(MaxRule)],
            });
        }

        try
        {
            var rules = SiteRules.Parse(rule);
            return rules.Find(url) is null
                ? (null, new FieldFault("rule", "There is no rule for {0} in it.") { Values = [url.IdnHost] })
                : (rules, null);
        }
        catch (SiteRulesException wrong)
        {
            return (null, new FieldFault("rule", wrong.Message) { IsForeign = true });
        }
    }

    private async Task<string?> FollowAsync(string key, CancellationToken stop)
    {
        if (room.Additions.Find(key) is not { Look: { } look } draft)
        {
            return "expired";
        }

        string? source = draft.Source.Trim() is { Length: > 0 } named ? named : null;
        return look switch
        {
            { IsFollowed: true } => "done/known",
            { IsFeed: true } => await FollowFeedAsync(look, source, stop).ConfigureAwait(false),
            { Page.Article: not null } => await FollowArticleAsync(look, source, stop).ConfigureAwait(false),
            _ => null,
        };
    }

    private async Task<string> FollowFeedAsync(Look look, string? source, CancellationToken stop)
    {
        ISubscriptionStore feeds = room.Tracker.Subscriptions;
        if (await feeds.FindSubscriptionAsync(look.Url, stop).ConfigureAwait(false) is not null)
        {
            return "done/known";
        }

        var feed = new Subscription
        {
            Url = look.Url,
            AddedAt = room.Clock.GetUtcNow(),
            Title = look.FeedTitle is { Length: > 0 } title ? title : null,
            Source = source,
        };
        return await feeds.AddSubscriptionAsync(feed, stop).ConfigureAwait(false) ? "done/followed" : "done/known";
    }

    private async Task<string> FollowArticleAsync(Look look, string? source, CancellationToken stop)
    {
        var registration = new ArticleRegistration
        {
            Keys = ArticleKeys.Compute(look.Url),
            Url = look.Url,
            SeenAt = room.Clock.GetUtcNow(),
            Source = source ?? look.Url.IdnHost,
        };
        TrackedArticle article = await room.Tracker.Catalog.RegisterAsync(registration, stop).ConfigureAwait(false);
        if (look.Matches is not null)
        {
            // The rule was only tried: the first version must be read as the later ones will be.
            await _switch.ResumeAsync(VisitOf(article), stop).ConfigureAwait(false);
            return $"articles/{article.Id}/planned";
        }

        using var feeds = new HttpFeedFetcher(room.Client);
        await room.TrackerWith(new KeptPage(look.Page!), feeds).CheckArticleAsync(look.Url, stop).ConfigureAwait(false);
        return $"articles/{article.Id}/followed";
    }

    private async Task<string?> SwitchFeedAsync(string action, string address, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? url)
            || await room.Tracker.Subscriptions.FindSubscriptionAsync(url, stop).ConfigureAwait(false) is not { } feed)
        {
            return null;
        }

        var first = new Visit { Kind = VisitKind.Feed, Target = feed.Url.AbsoluteUri, Url = feed.Url };
        switch (action)
        {
            case "pause":
                await _switch.PauseAsync(first, stop).ConfigureAwait(false);
                return "done/paused";
            case "resume":
                await _switch.ResumeAsync(first, stop).ConfigureAwait(false);
                return "done/resumed";
            case var _ when room.IsOfSettings(feed.Url):
                return "feeds/" + DeskRoom.KeyOf(feed.Url.AbsoluteUri);
            default:
                await room.Tracker.Subscriptions.RemoveSubscriptionAsync(feed.Url, stop).ConfigureAwait(false);

                // A pause ends with it: who follows the feed again wants it read.
                await _switch.EndAsync(first, stop).ConfigureAwait(false);
                return "done/removed";
        }
    }

    private async Task<string?> SwitchArticleAsync(string action, string id, CancellationToken stop)
    {
        if (await room.FindArticleAsync(id, stop).ConfigureAwait(false) is not { MergedInto: null } article)
        {
            return null;
        }

        Visit first = VisitOf(article);
        switch (action)
        {
            case "pause":
                await _switch.PauseAsync(first, stop).ConfigureAwait(false);
                return $"articles/{article.Id}/paused";
            case "resume":
                await _switch.ResumeAsync(first, stop).ConfigureAwait(false);
                return $"articles/{article.Id}/resumed";
            default:
                await _switch.EndAsync(first, stop).ConfigureAwait(false);
                return $"articles/{article.Id}/removed";
        }
    }

    private static Visit VisitOf(TrackedArticle article) => new()
    {
        Kind = VisitKind.Article,
        Target = article.Id,
        Url = article.Url,
    };
}
