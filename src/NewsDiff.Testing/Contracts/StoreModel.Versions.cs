using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Testing.Contracts;

public sealed partial class StoreModel<TStore>
{
    private VersionDraft Draft(string articleId) => new()
    {
        ArticleId = articleId,
        Article = new Article
        {
            Url = Url(),
            Title = $"Title {_random.Next(3)}",
            Paragraphs =
            [
                StoreTexts.Ferry(_random.Next(StoreTexts.Ferries)),
                .. _random.Next(2) == 0 ? new Paragraph[] { $"The quay number {_random.Next(4)} is wet." } : [],
                .. _random.Next(3) == 0 ? new Paragraph[] { $"{_random.Next(100_000)} people came." } : [],
                StoreTexts.Filling,
            ],
        },
        SeenAt = _random.Next(9) == 0 ? _now.AddHours(_random.Next(-400, 100)) : _now,
        ExtractorVersion = _random.Next(3),
        Container = _random.Next(3) == 0 ? $"main>div.{_random.Next(3)}" : null,
        PageHash = _random.Next(3) == 0 ? $"{_random.Next():x8}" : null,
        Doubt = _random.Next(9) == 0 ? "Half of the text is gone." : null,
        ExpectedHead = Perhaps(3, 0, 30),
    };

    private StoreOperation Append()
    {
        VersionDraft draft = Draft(Article());
        return async (store, isModel, stop) =>
        {
            AppendResult result = await ((IVersionStore)store).AppendAsync(draft, stop);
            Note(result.IsAppended && !isModel, draft);
            return $"{result.Status} {Describe(result.Head)}";
        };
    }

    private StoreOperation AppendAll()
    {
        VersionDraft[] drafts = [.. Enumerable.Range(0, _random.Next(6)).Select(_ => Draft(Article()))];
        return async (store, isModel, stop) =>
        {
            IReadOnlyList<AppendResult> results = await ((IVersionStore)store).AppendAllAsync(drafts, stop);
            foreach ((AppendResult result, VersionDraft draft) in results.Zip(drafts))
            {
                Note(result.IsAppended && !isModel, draft);
            }

            return string.Join('\n', results.Select(result => $"{result.Status} {Describe(result.Head)}"));
        };
    }

    private StoreOperation Commit()
    {
        string target = Article();
        VisitClaim claim = ClaimOf(target);
        bool isClaimed = _random.Next(4) > 0;
        VersionDraft? draft = _random.Next(2) == 0 ? Draft(target) : null;
        ArticleEventKind? kind = draft is null && _random.Next(2) == 0 ? ArticleEventKind.Vanished : null;
        (string? reason, string? into) = (kind is null ? null : $"Reason {_random.Next(3)}", Article());
        (DateTimeOffset now, DateTimeOffset due) = (_now, _now.AddMinutes(_random.Next(1, 100)));
        return async (store, isModel, stop) =>
        {
            var tracker = (ITrackerStore)store;
            Visit? visit = isClaimed
                ? (await tracker.ClaimDueAsync(claim, stop)).FirstOrDefault()
                : await tracker.FindVisitAsync(VisitKind.Article, target, stop);
            if (visit is null)
            {
                return "no visit";
            }

            int head = (await tracker.FindLatestAsync(target, stop))?.Number ?? 0;
            var commit = new VisitCommit
            {
                Visit = visit with { DueAt = due },
                At = now,
                Draft = draft,
                Event = kind,
                Reason = reason,
                MergedInto = kind is null ? null : into,
            };
            CommitResult result = await tracker.CommitAsync(commit, stop);
            bool isAppended = result.Status == CommitStatus.Committed && result.Head?.Number > head;
            Note(isAppended && !isModel, draft);
            return $"{result.Status} {Describe(result.Head)} "
                + $"{await tracker.FindVisitAsync(VisitKind.Article, target, stop)}";
        };
    }

    private StoreOperation ReadVersions()
    {
        VersionQuery query = Query(_random.Next(2) == 0 ? Article() : null) with
        {
            NewestFirst = _random.Next(2) == 0,
            Limit = _random.Next(10) == 0 ? null : _random.Next(150),
            Before = _random.Next(6) == 0 ? (Article(), _random.Next(1, 4)) : null,
        };
        bool isOfChanges = _random.Next(2) == 0;
        return async (store, _, stop) => isOfChanges
            ? string.Join('\n', await ((IVersionStore)store).ReadChangesAsync(query, stop)
                .Select(change => $"{Describe(change.Before)} to {Describe(change.After)}").ToListAsync(stop))
            : string.Join('\n', await ((IVersionStore)store).ReadVersionsAsync(query, stop)
                .Select(Describe).ToListAsync(stop));
    }

    private VersionQuery Query(string? articleId) => new()
    {
        ArticleId = articleId,
        Host = _random.Next(3) == 0 ? Site() : null,
        Since = _random.Next(3) == 0 ? _now.AddHours(-_random.Next(480)) : null,
        Until = _random.Next(3) == 0 ? _now.AddHours(-_random.Next(240)) : null,
        FromNumber = Perhaps(4, 1, 30),
        ToNumber = Perhaps(4, 1, 60),
    };

    private void Note(bool isAppended, VersionDraft? draft)
    {
        if (isAppended)
        {
            _laws.Appended(draft!);
        }
    }

    private static string Describe(ArticleVersion? version) => version is null
        ? "none"
        : $"{version} {version.Host} {version.ContentHash} {version.ExtractorVersion} {version.PageHash} "
            + $"{version.Container} {version.Doubt} {version.IsHidden} {version.IsPruned} {version.Article.Url} "
            + $"{version.Article.Title} "
            + string.Join(' ', version.Article.Paragraphs.Select(paragraph => paragraph.Text));
}
