using System.Collections.Immutable;
using NewsDiff.Tracking;
using NewsDiff.Tracking.Metadata;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tests.Metadata;

/// <summary>What a new extractor reads otherwise is no change; what is edited after that is one.</summary>
public sealed class MetadataJudgeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly Article _stored = Page("World", null);
    private MetadataMemory _memory = new() { Number = 1, Extractor = 1 };
    private DateTimeOffset _now = Noon;

    [Fact]
    public void A_new_extractor_makes_no_change_and_later_edits_are_told_from_what_it_read()
    {
        Article reread = Page("World news", "The harbour is shut.");

        Assert.Empty(See(reread, extractor: 2));
        Assert.Empty(See(reread, extractor: 2));
        Assert.Equal(
            ["Section: \"World news\" → \"Sport\"", "Summary: \"The harbour is shut.\" → \"It is open.\""],
            See(Page("Sport", "It is open."), extractor: 2));
        Assert.Empty(See(Page("Sport", "It is open."), extractor: 2));
    }

    [Fact]
    public void What_is_too_long_to_be_kept_of_a_new_reading_costs_one_change()
    {
        Article[] readings = [.. Enumerable.Range(1, 3).Select(n => Page("World", $"{n}{new string('x', 2_000)}"))];

        Assert.Empty(See(readings[0], extractor: 2));
        Assert.Empty(See(readings[0], extractor: 2));
        Assert.Empty(See(readings[1], extractor: 2));
        Assert.Empty(See(readings[1], extractor: 2));
    }

    [Fact]
    public void A_memory_stays_small_whatever_a_page_states()
    {
        for (int n = 0; n < 60; n++)
        {
            Article page = Page($"{n}{new string('s', 300)}", $"{n}{new string('x', 1_000)}") with
            {
                Authors = [.. Enumerable.Range(0, 100).Select(author => $"{n} {author} {new string('a', 90)}")],
                Links = [.. Enumerable.Range(0, 100).Select(link => new Uri($"https://a.example/{n}/{link}"))],
                Captions = [.. Enumerable.Range(0, 100).Select(caption => $"{n} {caption} {new string('c', 900)}")],
                LeadImageUrl = new Uri($"https://i.example/picture-of-{n}.jpg"),
                PublishedAt = ArticleDate.FromDateTimeOffset(Noon.AddDays(n)),
                ModifiedAt = ArticleDate.FromDateTimeOffset(Noon.AddDays(-n)),
            };
            See(page, extractor: 1 + (n / 20));
            Visit visit = Kept.With(new VisitMemory { Metadata = _memory });
            Assert.InRange(visit.Memory!.Length, 1, 5_000);
            Assert.Equal(_memory.Number, VisitMemoryJson.Of(visit).Metadata!.Number);
        }
    }

    [Fact]
    public void Another_version_begins_anew_and_still_knows_what_alternates()
    {
        Assert.Single(See(Page("Sport", null), extractor: 1));
        var version = new ArticleVersion
        {
            ArticleId = "a",
            Number = 2,
            SeenAt = Noon,
            Article = Page("Sport", null),
            ContentHash = "",
            ExtractorVersion = 1,
        };

        MetadataMemory next = MetadataMemory.For(version, _memory);

        Assert.False(next.IsRevised);
        Assert.Empty(MetadataJudge.Judge(version.Article, Page("World", null), 1, next, _now).Changes);
    }

    private static Visit Kept { get; } = new()
    {
        Kind = VisitKind.Article,
        Target = "a",
        Url = new Uri("https://news.example/1"),
    };

    private List<string> See(Article page, int extractor)
    {
        _now += TimeSpan.FromHours(1);
        (ImmutableArray<MetadataChange> changes, _memory) =
            MetadataJudge.Judge(_stored, page, extractor, _memory, _now);
        return [.. changes.Select(change => change.ToString())];
    }

    private static Article Page(string section, string? summary) => new()
    {
        Url = new Uri("https://news.example/1"),
        Title = "Title",
        Paragraphs = ["Text."],
        Section = section,
        Summary = summary,
    };
}
