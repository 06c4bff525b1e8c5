using NewsDiff.AspNetCore.Serving;

namespace NewsDiff.AspNetCore.Tests;

public sealed class SiteGateTests
{
    [Fact]
    public async Task Pages_are_made_a_few_at_a_time_and_no_queue_grows_without_end()
    {
        using var gate = new SiteGate(mostAtOnce: 2, mostWaiting: 3);
        var mayEnd = new TaskCompletionSource();
        int running = 0;
        int most = 0;
        async Task<SiteAnswer> MakeAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await mayEnd.Task;
            Interlocked.Decrement(ref running);
            return SiteAnswer.Sentence(200, "made");
        }

        Task<SiteAnswer>[] asked = [.. Enumerable.Range(0, 8).Select(
            _ => gate.AnswerAsync(MakeAsync, TestContext.Current.CancellationToken))];
        SiteAnswer[] refused = await Task.WhenAll(asked[5..]);
        mayEnd.SetResult();
        SiteAnswer[] made = await Task.WhenAll(asked[..5]);

        Assert.All(refused, answer => Assert.Equal((503, 1), (answer.Status, answer.RetryAfter)));
        Assert.All(made, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(2, most);
        Assert.Equal(200, (await gate.AnswerAsync(MakeAsync, TestContext.Current.CancellationToken)).Status);
    }

    [Fact]
    public async Task A_page_that_fails_releases_its_turn()
    {
        using var gate = new SiteGate(mostAtOnce: 1, mostWaiting: 0);
        static Task<SiteAnswer> Fail() => throw new InvalidOperationException();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => gate.AnswerAsync(Fail, TestContext.Current.CancellationToken));

        SiteAnswer next = await gate.AnswerAsync(
            () => Task.FromResult(SiteAnswer.Sentence(200, "made")), TestContext.Current.CancellationToken);
        Assert.Equal(200, next.Status);
    }
}
