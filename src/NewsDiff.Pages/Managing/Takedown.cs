using System.Globalization;

namespace NewsDiff.Pages.Managing;

/// <summary>Hides versions of an article: first what was typed is judged, then a person confirms it.</summary>
internal sealed class Takedown(DeskRoom room)
{
    private const int MaxReason = 2000;

    /// <summary>Keeps what was typed, for the page that asks whether it is meant.</summary>
    internal async Task<string?> PrepareAsync(
        string id, string first, string last, string reason, CancellationToken stop)
    {
        if (await room.FindArticleAsync(id, stop).ConfigureAwait(false) is not { } article)
        {
            return null;
        }

        ArticleVersion? latest = await room.Tracker.Store.FindLatestAsync(article.Id, stop).ConfigureAwait(false);
        int most = latest?.Number ?? 0;
        bool isRange = TryRead(first, out int from) & TryRead(last.Trim().Length == 0 ? first : last, out int to)
            && from >= 1 && from <= to && to <= most;
        FieldFault? fault = (isRange, reason.Trim().Length) switch
        {
            (false, _) => new FieldFault("first", "Give numbers from 1 to {0}, the lower one first.")
            {
                Values = [PageHtml.Number(most)],
            },
            (_, 0) => new FieldFault("reason", "Say why, in a sentence for the log."),
            (_, > MaxReason) => new FieldFault(
                "reason", "A reason has at most {0} characters; only the beginning was kept.")
            {
                Values = [PageHtml.Number(MaxReason)],
            },
            _ => null,
        };
        string key = room.Hidings.Keep(new HideDraft
        {
            ArticleId = article.Id,
            First = DeskRoom.Beginning(first, 20),
            Last = DeskRoom.Beginning(last, 20),
            Reason = DeskRoom.Beginning(reason, MaxReason),
            Fault = fault,
            Range = fault is null ? (from, to) : null,
        });
        return $"articles/{article.Id}/{key}";
    }

    /// <summary>Erases the texts of the versions of a draft, for good.</summary>
    internal async Task<string?> EraseAsync(string key, string by, CancellationToken stop)
    {
        if (room.Hidings.Find(key) is not { Range: { } range } draft)
        {
            return "expired";
        }

        var query = new VersionQuery
        {
            ArticleId = draft.ArticleId,
            FromNumber = range.First,
            ToNumber = range.Last,
        };
        await room.Care.HideAsync(query, draft.Reason.Trim(), by, room.Clock.GetUtcNow(), stop).ConfigureAwait(false);
        return $"articles/{draft.ArticleId}/hidden";
    }

    private static bool TryRead(string text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
