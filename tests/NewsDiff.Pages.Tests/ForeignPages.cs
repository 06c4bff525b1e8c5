using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Search;
using NewsDiff.Tests.Rendering;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Tests;

/// <summary>Pages of every kind about articles without one Latin letter.</summary>
internal sealed class ForeignPages(string language)
{
    private const string Word = "νερο";

    /// <summary>Sentences of the library that pages show: reasons, doubts, answers to a query.</summary>
    internal static readonly ImmutableArray<string> Reasons =
    [
        "The text shrank from 900 to 12 characters.", "The server denies access (403).",
        "The server has nothing at this address (404).", "The title is missing.",
        "A redirect led to https://1.2.3.4/5, which is not this article.", "1.2.3.4 did not answer in time.",
        "The page alternates between texts that it had before; it went back 4 times.",
    ];

    private ArticleFacts Facts => new()
    {
        ArticleId = "12",
        Url = new Uri("https://1.2.3.4/5"),
        FirstSeenAt = Stories.Seen,
        VersionCount = 5,
        NextCheckAt = Stories.Seen.AddHours(5),
        Trouble = Reasons[2],
    };

    /// <summary>All pages.</summary>
    internal IEnumerable<Page> All()
    {
        ArticleHistory history = History();
        ArticleChange[] wide = [.. history.Changes, new ArticleChange(history.First, history.Versions[3])];
        IEnumerable<ArticleNotice> notices = Enum.GetValues<ArticleEventKind>()
            .Zip(Reasons.Concat(Reasons), (kind, reason) => new ArticleNotice { Event = Event(kind, reason) });
        return
        [
            new ChangesPage
            {
                Entries =
                [
                    .. wide.Select(change => new ChangeEntry(change)),
                    .. notices.Select(notice => new ChangeEntry(notice)),
                ],
                Older = "1-1",
            },
            .. Enum.GetValues<ChangeFilter>().Select(only => new ChangesPage { Filter = only, Before = "1-1" }),
            new ArticlesPage
            {
                Entries =
                [
                    .. history.Versions.Select(
                        version => new ArticleEntry { Latest = version, FirstSeenAt = Stories.Seen }),
                ],
            },
            new ArticlesPage(),
            new FeedsPage { Feeds = [Feed(0), Feed(3), Feed(0) with { LastReadAt = Stories.Seen }] },
            new FeedsPage(),
            new SourcesPage { Events = [.. notices.Select(notice => notice.Event)] },
            new SourcePage { Host = "1.2.3.4", Changes = history.Changes },
            .. Enum.GetValues<VisitState>().Select(state => new ArticlePage
            {
                Facts = Facts with { State = state },
                History = history,
                Events = [.. notices.Select(notice => notice.Event)],
            }),
            .. wide.Select(change => new ComparisonPage { Facts = Facts, Change = change }),
            .. wide.Select(change => new ComparisonPage { Facts = Facts, Change = change, IsInline = true }),
            .. history.Versions.Take(4).Select(version => new VersionPage { Facts = Facts, Version = version }),
            .. history.Versions.Take(4).Select(
                version => new OriginsPage { Facts = Facts, History = history, Number = version.Number }),
            new SearchPage { Query = Word, Hits = [Hit(null), Hit(1), Hit(2), Hit(2) with { IsTitle = true }] },
            new SearchPage { Query = "1", Trouble = "The query has no word to look for." },
            new NotFoundPage(),
            new NotFoundPage { IsTakenDown = true, Message = "Version 2 was taken down." },
        ];
    }

    /// <summary>A story with moves, a split, other forms of paragraphs, corrections and a doubt.</summary>
    internal ArticleHistory History()
    {
        Paragraph[] first = [.. Enumerable.Range(1, 12).Select(i => new Paragraph(Sentences(i, 6)))];
        Paragraph[] second =
        [
            first[11],
            .. first[..3],
            first[3] with { Kind = ParagraphKind.Quote },
            first[4] with { Kind = ParagraphKind.Heading },
            new Paragraph(Sentences(5 + 1, 3)),
            new Paragraph(Sentences((5 + 1, 3), 3)),
            .. first[6..10],
            new Paragraph($"{first[10].Text} {Sentences(99, 1)}"),
        ];
        Paragraph[] third =
        [
            .. second[..2],
            second[2] with { Text = $"{second[2].Text} {second[9].Text[..(second[9].Text.Length / 2)]}" },
            second[3],
            second[4] with { Kind = ParagraphKind.ListItem },
            .. second[5..9],
            second[9] with { Text = second[9].Text[(second[9].Text.Length / 2)..] },
            .. second[10..],
            new Paragraph(Sentences(77, 14)),
        ];
        return new ArticleHistory(
        [
            Version(1, $"{Word} 1", first),
            Version(2, $"{Word} 1", second) with { Doubt = Reasons[0] },
            Version(3, $"{Word} 2", third) with { Doubt = Reasons[4] },
            Version(4, $"{Word} 3", [.. Enumerable.Range(500, 9).Select(i => new Paragraph(Sentences(i, 5)))]),
            Version(5, "", []) with { IsHidden = true },
        ]);
    }

    private static string Sentences(int seed, int count) => Sentences((seed, 0), count);

    private static string Sentences((int Seed, int From) place, int count) => string.Join(' ', Enumerable
        .Range(place.From, count)
        .Select(i => $"{Word}{place.Seed * 7} {Word}{i + place.Seed} πολη{place.Seed} και{i * place.Seed} σπιτι{i}."));

    private ArticleVersion Version(int number, string title, Paragraph[] paragraphs) => Stories.Version(
        number,
        Stories.Article(title) with
        {
            Url = new Uri("https://1.2.3.4/5"),
            SiteName = null,
            Language = language,
            Paragraphs = [.. paragraphs],
            Authors = number < 3 ? [] : [Word],
            Section = number == 1 ? null : Word,
        },
        TimeSpan.FromHours(number * number * 9));

    private static ArticleEvent Event(ArticleEventKind kind, string reason) => new()
    {
        Id = Guid.Empty,
        Cursor = default,
        Kind = kind,
        ArticleId = "12",
        Host = "1.2.3.4",
        At = Stories.Seen,
        Reason = reason,
        Metadata =
        [
            .. Enum.GetValues<MetadataField>().Select(field => new MetadataChange { Field = field, After = [Word] }),
        ],
    };

    private static FollowedFeed Feed(int failures) => new()
    {
        Url = new Uri("https://1.2.3.4/6"),
        AddedAt = Stories.Seen,
        Failures = failures,
        Reason = failures == 0 ? null : Reasons[1],
    };

    private SearchHit Hit(int? last) => new()
    {
        Version = History().First,
        FirstVersion = 1,
        LastVersion = last,
        Snippet = Word,
        Matches = [],
        Cursor = "2",
    };
}
