using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsDiff.TestSupport;

namespace NewsDiff.Tool.Tests;

public sealed class WatchNotificationTests
{
    [Fact]
    public async Task Watch_tells_the_channels_of_the_settings_of_what_happens_from_then_on()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent by a Unix call.");
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        using var folder = new TemporaryFolder();
        var told = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        followed.Site.Map("/hook", async context =>
        {
            JsonElement message = (await JsonDocument.ParseAsync(
                context.Request.Body, cancellationToken: context.RequestAborted)).RootElement;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            told.TrySetResult(message);
        });
        await File.WriteAllTextAsync(
            folder.File("newsdiff.json"),
            $$"""
            { "NewsDiff": { "Notifications": { "Webhooks": [
                { "Name": "chat", "Url": "{{followed.Site.Url("hook")}}", "Filter": { "MinSignificance": 0 } } ] } } }
            """,
            TestContext.Current.CancellationToken);

        await using ToolChild child = ToolChild.Start(
            ["watch", "--config", folder.File("newsdiff.json"), .. followed.Web]);
        await WaitForAsync(followed, "notifications/chat");
        await ChangeAsync(followed);
        JsonElement message = await told.Task.WaitAsync(ToolChild.Patience, TestContext.Current.CancellationToken);
        child.Terminate();

        Assert.Equal("Bridge closed for two weeks", message.GetProperty("title").GetString());
        ToolResult watch = (await child.WaitAsync()).Exits(0);
        Assert.Contains("Changes are sent to: chat.", watch.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hook", watch.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_sends_mail_without_what_the_tool_s_package_leaves_out()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Signals are sent by a Unix call.");
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        using var receiver = new SmtpReceiver();
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.File("newsdiff.json"),
            $$"""
            { "NewsDiff": { "Notifications": { "Mail": [
                { "Name": "desk", "Server": "127.0.0.1", "Port": {{receiver.Port}}, "Security": "None",
                  "From": "diffs@example.org", "To": [ "desk@example.org" ], "Filter": { "MinSignificance": 0 } } ] } } }
            """,
            TestContext.Current.CancellationToken);
        Task<string> received = receiver.ReceiveAsync(TestContext.Current.CancellationToken);

        await using ToolChild child = ToolChild.StartAsBuilt(
            ["watch", "--config", folder.File("newsdiff.json"), .. followed.Web]);
        await WaitForAsync(followed, "notifications/desk");
        await ChangeAsync(followed);
        string mail = await received.WaitAsync(ToolChild.Patience, TestContext.Current.CancellationToken);
        child.Terminate();

        Assert.Contains("Bridge closed for two weeks", mail, StringComparison.Ordinal);
        (await child.WaitAsync()).Exits(0);
    }

    /// <summary>Waits until a channel has its place in the log.</summary>
    private static Task WaitForAsync(FollowedSite followed, string handler) =>
        Patience.UntilAsync(
            async () => (await followed.ReadAsync("status", "--json"))
                .Output.Contains(handler, StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

    /// <summary>Lets another process find a change.</summary>
    private static async Task ChangeAsync(FollowedSite followed)
    {
        followed.Site.MapText("/bridge", NewsPages.Article("Bridge closed for two weeks"));
        (await followed.RunAsync("check", "--all")).Exits(0);
    }
}
