using Microsoft.AspNetCore.Http;

namespace NewsDiff.Tool.Tests;

/// <summary>What only a process shows: signals, standard streams, two at once.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Watch_ends_on_a_signal_with_all_it_found_kept(bool isCtrlC)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent by a Unix call.");
        await using FollowedSite followed = await FollowedSite.StartAsync();
        (await followed.RunAsync("add", followed.Feed)).Exits(0);
        Task isAsked = LetTheSecondArticleHang(followed.Site);

        await using ToolChild child = ToolChild.Start(["watch", "--verbose", .. followed.Web]);
        await isAsked.WaitAsync(ToolChild.Patience, TestContext.Current.CancellationToken);
        if (isCtrlC)
        {
            child.Interrupt();
        }
        else
        {
            child.Terminate();
        }

        ToolResult watch = await child.WaitAsync();
        Assert.Contains("Stopped. 1 first seen.", watch.Exits(0).Error, StringComparison.Ordinal);
        Assert.Single((await followed.ReadAsync("export")).Exits(0).JsonLines());
    }

    [Fact]
    public async Task Serve_ends_on_a_signal()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent by a Unix call.");
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        await using ToolChild child = ToolChild.Start(["serve", "--port", "0", "--db", followed.Database]);
        string line = await child.ReadLineAsync();
        using var client = new HttpClient();
        var health = new Uri(new Uri(line.Replace("Serving on ", "", StringComparison.Ordinal)), "health");
        Assert.Equal("ok\n", await client.GetStringAsync(health, TestContext.Current.CancellationToken));
        child.Interrupt();

        (await child.WaitAsync()).Exits(0);
    }

    [Fact]
    public async Task Another_command_that_is_interrupted_exits_with_130()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent by a Unix call.");
        await using FollowedSite followed = await FollowedSite.StartAsync();
        (await followed.RunAsync("add", followed.Feed)).Exits(0);
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        followed.Site.Map("/feed.xml", async context =>
        {
            isAsked.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        await using ToolChild child = ToolChild.Start(["check", "--all", .. followed.Web]);
        await isAsked.Task.WaitAsync(ToolChild.Patience, TestContext.Current.CancellationToken);
        child.Interrupt();

        Assert.Contains(
            "newsdiff check: interrupted.", (await child.WaitAsync()).Exits(130).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_behind_stdout_is_reported()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full.");
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        ToolResult export = await ToolChild.ShellAsync($"$TOOL export --db {followed.Database} > /dev/full");

        Assert.Contains("the disk is full", export.Exits(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", export.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_stdout_is_reported()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /bin/sh.");

        ToolResult url = await ToolChild.ShellAsync("$TOOL url https://example.org/story >&-");

        Assert.Contains("stdout is closed", url.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_stops_reading_is_no_fault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no /bin/sh.");
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();

        ToolResult export = await ToolChild.ShellAsync($"$TOOL export --db {followed.Database} | head -c 10");

        Assert.Empty(export.Exits(0).Error.Trim());
    }

    [Fact]
    public async Task Two_runs_on_one_database_share_the_work()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        (await followed.RunAsync("add", followed.Feed)).Exits(0);

        ToolResult[] checks = await Task.WhenAll(
            ToolChild.ShellAsync($"$TOOL check {string.Join(' ', followed.Web)}"),
            ToolChild.ShellAsync($"$TOOL check {string.Join(' ', followed.Web)}"));

        Assert.All(checks, check => check.Exits(0));
        ToolResult rest = (await followed.RunAsync("check", "--all")).Exits(0);
        Assert.Equal("2 unchanged.\n", rest.Error);
        Assert.Equal(2, (await followed.ReadAsync("export")).JsonLines().Count);
    }

    [Fact]
    public async Task A_full_disk_under_the_database_is_reported_and_loses_nothing()
    {
        Assert.SkipUnless(
            (await ToolChild.ShellAsync(InSmallDisk("true"))).ExitCode == 0,
            "No small disk can be mounted here without privileges.");
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        followed.ChangeLibrary();

        ToolResult result = await ToolChild.ShellAsync(InSmallDisk(
            $"cp {followed.Database} /mnt/news.db && dd if=/dev/zero of=/mnt/filler bs=1k 2>/dev/null; "
            + $"$TOOL check --all {string.Join(' ', followed.Reach)} --db /mnt/news.db; code=$?; rm /mnt/filler; "
            + "$TOOL export --db /mnt/news.db && exit $code"));

        Assert.Contains("the disk is full", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal(2, result.JsonLines().Count);
    }

    /// <summary>
    /// A line of the shell that runs another one with a disk of 400 KiB mounted at <c>/mnt</c>, for itself alone.
    /// </summary>
    private static string InSmallDisk(string line) =>
        $"unshare --user --map-root-user --mount sh -c 'mount -t tmpfs -o size=400k tmpfs /mnt && {{ {line}; }}'";

    /// <summary>
    /// Answers only the first request for an article; the task ends when the second comes.
    /// </summary>
    private static Task LetTheSecondArticleHang(LoopbackSite site)
    {
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int requests = 0;
        foreach (string path in new[] { "/library", "/bridge" })
        {
            site.Map(path, async context =>
            {
                if (Interlocked.Increment(ref requests) == 1)
                {
                    context.Response.ContentType = "text/html";
                    await context.Response.WriteAsync(NewsPages.Article("The first article"), context.RequestAborted);
                    return;
                }

                isAsked.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            });
        }

        return isAsked.Task;
    }
}
