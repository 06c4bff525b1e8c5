using System.Text;
using NewsDiff.Tool.Input;

namespace NewsDiff.Tool.Tests;

public sealed class StoppableInputTests
{
    [Fact]
    public async Task A_command_that_waits_for_input_stops_at_the_first_signal()
    {
        using var silent = new SilentStream();
        using var stop = new CancellationTokenSource();
        using var error = new StringWriter();
        var host = new ToolHost { Output = TextWriter.Null, Error = error, OpenInput = () => silent };

        Task<int> run = Application.RunAsync(["extract", "-"], host, stop.Token);
        CancellationToken token = TestContext.Current.CancellationToken;
        await silent.Asked.WaitAsync(ToolChild.Patience, token);
        await stop.CancelAsync();

        Assert.Equal(ExitCodes.Interrupted, await run.WaitAsync(ToolChild.Patience, token));
        Assert.Equal("newsdiff extract: interrupted." + Environment.NewLine, error.ToString());
    }

    [Fact]
    public async Task All_bytes_come_through()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40_000)));
        await using var input = new StoppableInput(new MemoryStream(bytes));
        using var read = new MemoryStream();

        await input.CopyToAsync(read, 1_000, TestContext.Current.CancellationToken);

        Assert.Equal(bytes, read.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_at_a_terminal_is_told_how_to_end_the_input(bool isTerminal)
    {
        using var error = new StringWriter();
        var host = new ToolHost
        {
            Output = TextWriter.Null,
            Error = error,
            OpenInput = static () => new MemoryStream(),
            IsInputTerminal = isTerminal,
        };

        await Application.RunAsync(["extract", "-"], host, TestContext.Current.CancellationToken);

        Assert.Equal(
            isTerminal, error.ToString().StartsWith("Reading what you type; ", StringComparison.Ordinal));
    }

    /// <summary>An input into which nobody writes; a read of it cannot be cancelled.</summary>
    private sealed class SilentStream : MemoryStream
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _end = new();

        public Task Asked => _asked.Task;

        public override int Read(byte[] buffer, int offset, int count)
        {
            _asked.TrySetResult();
            _end.Wait();
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            _end.Set();
            base.Dispose(disposing);
        }
    }
}
