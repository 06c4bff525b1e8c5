using AngleSharp.Dom;
using NewsDiff.Events;
using NewsDiff.Tests.Rendering;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Tests;

public sealed class PageRendererTests
{
    private static readonly PageRenderer Renderer = new(new ServerPageLinks());

    // The stylesheet is the same on every page; leaving it out makes many pages quick to read back.
    private static readonly PageRenderer Unstyled = new(new ServerPageLinks(), new PageOptions { LinkStyles = true });

    private static ArticleFacts Facts => new()
    {
        ArticleId = "ab12",
        Url = new Uri("https://example.org/harbour"),
        FirstSeenAt = Stories.Seen,
        VersionCount = 2,
        Source = "example",
        NextCheckAt = Stories.Seen.AddHours(5),
    };

    [Fact]
    public void A_comparison_shows_what_is_known_about_the_article()
    {
        IDocument page = Open(new ComparisonPage { Facts = Facts, Change = Stories.HarbourChange() });

        Assert.Equal(
            ["Source: example", "First seen: 3 May 2026, 14:20 UTC", "Changes: Changed once", "Checks: Next check 3 "
                + "May 2026, 19:20 UTC",
                "Original: https://example.org/harbour", "Feed of changes: Atom · RSS · JSON"],
            page.QuerySelectorAll("dl div").Select(
                fact => $"{fact.QuerySelector("dt")!.TextContent}: {fact.QuerySelector("dd")!.TextContent}"));
        Assert.Equal(
            ["Version 1 3 May 2026, 14:20 UTC", "Version 2 3 May 2026, 17:20 UTC, about 3 hours later"],
            page.QuerySelectorAll("thead th").Select(heading => heading.TextContent));
        Assert.Equal("/articles/ab12/changes.atom", page.QuerySelector("dl a[href$=atom]")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("tr#title"));
        Assert.NotNull(page.QuerySelector("tr#p1 a[href='#p1']"));
    }

    [Theory]
    [InlineData(VisitState.Active, true, "Next check 3 May 2026, 19:20 UTC")]
    [InlineData(VisitState.Active, false, "No longer checked")]
    [InlineData(VisitState.Retired, false, "No longer checked")]
    [InlineData(VisitState.Vanished, true, "Vanished from its address; looked for again 3 May 2026, 19:20 UTC")]
    [InlineData(VisitState.Vanished, false, "Vanished from its address; no longer checked")]
    [InlineData(VisitState.Removed, true, "No longer followed")]
    [InlineData(VisitState.Merged, true, "Merged with another article, which is checked instead")]
    public void Whether_it_is_checked_again_is_one_statement(VisitState state, bool isDue, string expected)
    {
        ArticleFacts facts = Facts with { State = state, NextCheckAt = isDue ? Facts.NextCheckAt : null };
        IDocument page = Open(new ComparisonPage { Facts = facts, Change = Stories.HarbourChange() });

        Assert.Equal(expected, page.QuerySelectorAll("dl dd")[3].TextContent);
    }

    [Theory]
    [InlineData(VisitState.Active, "Next check 3 May 2026, 19:20 UTC")]
    [InlineData(VisitState.Vanished, "Vanished from its address; looked for again 3 May 2026, 19:20 UTC")]
    public void What_the_last_check_did_not_find_is_listed_first(VisitState state, string rest)
    {
        ArticleFacts facts = Facts with
        {
            State = state,
            LastCheckedAt = Stories.Seen.AddHours(4),
            Trouble = "The server answered 404.",
        };
        IDocument page = Open(new ComparisonPage { Facts = facts, Change = Stories.HarbourChange() });

        Assert.Equal(
            $"Not read at the last check, 3 May 2026, 18:20 UTC: The server answered 404.{rest}",
            page.QuerySelectorAll("dl dd")[3].TextContent);
    }

    [Fact]
    public void A_part_after_the_last_one_does_not_say_that_nothing_was_ever_changed()
    {
        IDocument page = Open(new ChangesPage { Before = "1777831200000-1" });

        Assert.Contains("There are no changes this old.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("No change has been seen yet", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "Not changed since first seen")]
    [InlineData(2, "Changed once")]
    [InlineData(3, "Changed twice")]
    [InlineData(4, "Changed 3 times")]
    public void Changes_are_counted_not_versions(int versions, string expected)
    {
        var page = new VersionPage
        {
            Facts = Facts with { VersionCount = versions },
            Version = Stories.Version(1, Stories.HarbourBefore),
        };

        Assert.Equal(expected, Open(page).QuerySelectorAll("dl:last-of-type dd")[2].TextContent);
    }

    [Fact]
    public void A_comparison_leads_to_its_neighbours()
    {
        ArticleChange change = new(
            Stories.Version(11, Stories.HarbourBefore),
            Stories.Version(12, Stories.HarbourAfter, TimeSpan.FromHours(1)));
        IDocument page = Open(new ComparisonPage { Facts = Facts with { VersionCount = 30 }, Change = change });

        Assert.Equal(
            "‹ Previous|1 → 2|…|9 → 10|10 → 11|11 → 12|12 → 13|13 → 14|…|29 → 30|Next ›|First → latest",
            string.Join('|', page.QuerySelectorAll(".pager li").Select(item => item.TextContent)));
        Assert.Equal(
            "/articles/ab12/diff/11/12", page.QuerySelector(".pager [aria-current=page]")!.GetAttribute("href"));
    }

    [Fact]
    public void An_article_lists_its_versions_and_what_each_changed()
    {
        var history = new ArticleHistory(
            [
                Stories.Version(1, Stories.HarbourBefore),
                Stories.Version(2, Stories.HarbourAfter, TimeSpan.FromHours(3)),
            ]);
        IDocument page = Open(new ArticlePage { Facts = Facts, History = history });

        IElement[] rows = [.. page.QuerySelectorAll("tbody tr")];
        Assert.Equal(2, rows.Length);
        Assert.Contains("about 3 hours later", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("narrowly", rows[0].QuerySelector("ins")!.TextContent);
        Assert.NotNull(rows[0].QuerySelector("a[href='/articles/ab12/diff/1/2']"));
    }

    [Fact]
    public void The_pager_passes_over_versions_without_a_text()
    {
        IDocument page = Open(new ComparisonPage
        {
            Facts = Facts with { VersionCount = 6 },
            Change = new ArticleChange(
                Stories.Version(2, Stories.HarbourBefore), Stories.Version(5, Stories.HarbourAfter)),
            Erased = [1, 3, 4],
        });

        Assert.Equal(
            "2 → 5|5 → 6|Next ›|First → latest",
            string.Join('|', page.QuerySelectorAll(".pager li").Select(item => item.TextContent)));
        Assert.Equal(
            ["/articles/ab12/diff/5/6", "/articles/ab12/diff/2/6"],
            page.QuerySelectorAll(".pager a").TakeLast(2).Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void An_article_says_what_else_happened_to_it_and_which_versions_are_uncertain()
    {
        var history = new ArticleHistory(
            [
                Stories.Version(1, Stories.HarbourBefore),
                Stories.Version(2, Stories.HarbourAfter, TimeSpan.FromHours(3)) with { Doubt = "The text <shrank>." },
            ]);
        IDocument page = Open(new ArticlePage
        {
            Facts = Facts,
            History = history,
            Events =
            [
                Happened(ArticleEventKind.Changed, "Not shown."),
                Happened(ArticleEventKind.Vanished, "It answered <410>."),
            ],
        });

        string happened = Assert.Single(page.QuerySelectorAll(".events li")).TextContent;
        string second = page.QuerySelectorAll("tbody tr")[0].TextContent;
        Assert.Contains("Vanished from its address. It answered <410>.", happened, StringComparison.Ordinal);
        Assert.Contains("Uncertain: The text <shrank>.", second, StringComparison.Ordinal);
        Assert.Null(Open(new ArticlePage { Facts = Facts, History = history }).QuerySelector(".events"));
    }

    [Fact]
    public void The_front_page_shows_headline_and_passage_of_each_change()
    {
        IDocument page = Open(
            new ChangesPage { Entries = [new ChangeEntry(Stories.HarbourChange())], Older = "1777831200000-1" });

        IElement entry = Assert.Single(page.QuerySelectorAll(".changes > li"));
        Assert.StartsWith("example.org", entry.TextContent.TrimStart(), StringComparison.Ordinal);
        Assert.Equal("quite", entry.QuerySelector(".excerpt ins")!.TextContent);
        Assert.Equal("/?before=1777831200000-1", page.QuerySelector(".pager a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_change_shows_what_kind_it_is_and_why()
    {
        var change = new ArticleChange(
            Stories.Version(1, Stories.Article("T", "A first line.", "They have 14 days to reply.")),
            Stories.Version(2, Stories.Article("T", "A first line.", "They have <28 days to reply.")));
        IDocument front = Open(new ChangesPage { Entries = [new ChangeEntry(change)] });
        IDocument comparison = Open(new ComparisonPage { Facts = Facts, Change = change });
        IDocument article = Open(
            new ArticlePage { Facts = Facts, History = new ArticleHistory([change.Before, change.After]) });

        Assert.All([front, comparison, article], page => Assert.Equal(
            [
                "number 14 → <28: 14 → <28",
                "no notice: No notice mentions it, and the stated date of change is the same.",
            ],
            page.QuerySelectorAll(".classes li").Select(item => $"{item.TextContent}: {item.GetAttribute("title")}")));
    }

    [Fact]
    public void The_front_page_shows_what_else_happened_to_articles()
    {
        ArticleVersion version = Stories.Version(1, Stories.HarbourBefore);
        IDocument page = Open(new ChangesPage
        {
            Entries =
            [
                new ChangeEntry(new ArticleNotice
                {
                    Event = Happened(ArticleEventKind.Vanished, "It answered <410>."),
                    Version = version,
                }),
                new ChangeEntry(new ArticleNotice { Event = Happened(ArticleEventKind.Hidden, "A court ordered it.") }),
            ],
            Before = "1777831200000-1",
        });

        IElement[] entries = [.. page.QuerySelectorAll(".changes > li.event")];
        Assert.Equal(version.Article.Title, entries[0].QuerySelector("h2")!.TextContent);
        Assert.Contains(
            "Vanished from its address. It answered <410>.", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("/articles/ab12", entries[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(entries[1].QuerySelector("h2"));
        Assert.Contains("A version was taken down.", entries[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("‹ Newest", Assert.Single(page.QuerySelectorAll(".pager a")).TextContent);
    }

    [Fact]
    public void A_long_passage_is_shortened_around_its_change()
    {
        string filler = string.Join(' ', Enumerable.Repeat("filler", 200));
        ArticleChange change = new(
            Stories.Version(1, Stories.Article("T", $"{filler} costs 5 euros {filler}")),
            Stories.Version(2, Stories.Article("T", $"{filler} costs 6 euros {filler}")));
        string excerpt =
            Open(new ChangesPage { Entries = [new ChangeEntry(change)] })
                .QuerySelector(".excerpt")!.TextContent;

        Assert.StartsWith("… ", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("… ", excerpt, StringComparison.Ordinal);
        Assert.Contains("costs 56 euros", excerpt, StringComparison.Ordinal);
        Assert.InRange(excerpt.Length, 50, 300);
    }

    [Fact]
    public void Every_page_offers_the_feeds_and_brings_no_script()
    {
        Page[] pages =
        [
            new ComparisonPage { Facts = Facts, Change = Stories.HarbourChange() }, new ChangesPage(), new FeedsPage(),
            new NotFoundPage(),
            new VersionPage { Facts = Facts, Version = Stories.Version(1, Stories.HarbourBefore) },
        ];
        foreach (IDocument page in pages.Select(Open))
        {
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            Assert.NotNull(
                page.QuerySelector("link[rel=alternate][type='application/atom+xml'][href='/changes.atom']"));
            Assert.NotNull(page.QuerySelector("link[rel=alternate][type='application/rss+xml'][href='/changes.rss']"));
        }
    }

    [Fact]
    public void Old_texts_are_kept_out_of_search_engines()
    {
        IDocument version = Open(
            new VersionPage { Facts = Facts, Version = Stories.Version(1, Stories.HarbourBefore) });
        IDocument comparison = Open(new ComparisonPage { Facts = Facts, Change = Stories.HarbourChange() });

        Assert.NotNull(version.QuerySelector("meta[name=robots][content*=noindex]"));
        Assert.Null(comparison.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public void The_policy_allows_the_style_element_and_nothing_that_executes()
    {
        string style = Open(new ChangesPage()).QuerySelector("style")!.TextContent;
        byte[] hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style));

        Assert.Contains(
            $"'sha256-{Convert.ToBase64String(hash)}'", PageRenderer.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", PageRenderer.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Fact]
    public void Styles_can_be_linked()
    {
        IDocument page = RenderedHtml.Parse(
            new PageRenderer(new FolderPageLinks(), new PageOptions { LinkStyles = true }).Render(
                new ComparisonPage { Facts = Facts, Change = Stories.HarbourChange() }));

        Assert.Empty(page.QuerySelectorAll("style"));
        Assert.Equal("../../newsdiff.css", page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
    }

    [Fact]
    public void A_feed_shows_whether_it_works()
    {
        var feed = new FollowedFeed { Url = new Uri("https://example.org/rss"), AddedAt = Stories.Seen };
        IDocument page = Open(new FeedsPage
        {
            Feeds =
            [
                feed with { Title = "The Example", LastReadAt = Stories.Seen, NextReadAt = Stories.Seen.AddHours(1) },
                feed with { Failures = 3, Reason = "no answer in time" },
                feed with { Title = "Added just now" },
                feed with { Title = "Paused", LastReadAt = Stories.Seen, IsPaused = true },
            ],
        });

        Assert.Equal(
            [
                "Read 3 May 2026, 14:20 UTCNext read 3 May 2026, 15:20 UTC",
                "Failed 3 times in a row: no answer in timeNo longer read", "Not read yet",
                "Read 3 May 2026, 14:20 UTCPaused",
            ],
            page.QuerySelectorAll("tbody td:last-child").Select(cell => cell.TextContent));
    }

    [Fact]
    public void Any_text_in_any_place_stays_text() => Stories.Check((old, @new) =>
    {
        Article before = Stories.Article(old, old) with { Language = @new, SiteName = old };
        Article after =
            Stories.Article(@new, @new, old) with { Url = new Uri("javascript:" + Uri.EscapeDataString(old)) };
        ArticleVersion first = Stories.Version(1, before) with { ArticleId = @new };
        ArticleVersion second = Stories.Version(2, after) with { ArticleId = @new };
        ArticleFacts facts = Facts with { ArticleId = @new, Source = old, Url = after.Url };
        var change = new ArticleChange(first, second);
        var feed = new FollowedFeed
        {
            Url = after.Url,
            AddedAt = Stories.Seen,
            Title = old,
            Failures = 1,
            Reason = @new,
        };
        Page[] pages =
        [
            new ComparisonPage { Facts = facts, Change = change },
            new ComparisonPage { Facts = facts, Change = change, IsInline = true },
            new ArticlePage { Facts = facts, History = new ArticleHistory([first, second]) },
            new VersionPage { Facts = facts, Version = second },
            new ChangesPage { Entries = [new ChangeEntry(change) { Source = old }] },
            new FeedsPage { Feeds = [feed] },
            new ArticlesPage
            {
                Entries = [new ArticleEntry { Latest = second, FirstSeenAt = Stories.Seen, Source = old }],
            },
            new NotFoundPage { Message = old },
        ];
        Assert.All(pages, page => RenderedHtml.AssertHarmless(Unstyled.Render(page)));
    });

    [Fact]
    public void A_paragraph_that_was_only_split_is_not_counted_as_nothing()
    {
        Article before = Stories.Article("T", "The council met on Monday. Residents were angry.");
        Article after = Stories.Article("T", "The council met on Monday.", "Residents were angry.");
        var page = new ArticlePage
        {
            Facts = Facts,
            History = new ArticleHistory([Stories.Version(1, before), Stories.Version(2, after)]),
        };

        Assert.Equal("text split", RenderedHtml.Parse(Renderer.Render(page)).QuerySelector(".counts")!.TextContent);
    }

    private static IDocument Open(Page page) => RenderedHtml.AssertHarmless(Renderer.Render(page));

    [Fact]
    public void An_article_shows_what_was_changed_around_its_text_and_the_newest_values()
    {
        ArticleVersion version = Stories.Version(1, Stories.HarbourBefore);
        version = version with
        {
            Article = version.Article with { Authors = ["Jane <Doe>", "Ola Berg"], Section = "World" },
        };
        IDocument page = Open(new ArticlePage
        {
            Facts = Facts,
            History = new ArticleHistory([version]),
            Events =
            [
                Happened(ArticleEventKind.MetadataChanged, null) with
                {
                    ArticleId = version.ArticleId,
                    Number = 1,
                    Metadata =
                    [
                        new MetadataChange
                        {
                            Field = MetadataField.Authors,
                            Before = ["Jane <Doe>"],
                            After = ["Ann & Co"],
                        },
                        new MetadataChange { Field = MetadataField.Section, Before = ["World"] },
                    ],
                },
            ],
        });

        IElement happened = Assert.Single(page.QuerySelectorAll(".events li"));
        Assert.Contains("Authors: Jane <Doe> → Ann & Co", happened.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Jane <Doe>", "World"], happened.QuerySelectorAll("del").Select(gone => gone.TextContent));
        Assert.Equal("Ann & Co", Assert.Single(happened.QuerySelectorAll("ins")).TextContent);
        string facts = page.QuerySelector(".facts")!.TextContent;
        Assert.Contains("AuthorsAnn & Co, Ola Berg", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("Section", facts, StringComparison.Ordinal);
    }

    private static ArticleEvent Happened(ArticleEventKind kind, string? reason) => new()
    {
        Id = Guid.NewGuid(),
        Cursor = default,
        Kind = kind,
        ArticleId = "ab12",
        At = Stories.Version(1, Stories.HarbourBefore).SeenAt,
        Reason = reason,
    };
}
