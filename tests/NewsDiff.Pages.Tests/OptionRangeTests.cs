using NewsDiff.TestSupport;

namespace NewsDiff.Pages.Tests;

public sealed class OptionRangeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_part_without_entries_is_refused(int number)
    {
        var store = new InMemoryVersionStore();

        Assert.Throws<ArgumentOutOfRangeException>(
            "EntriesPerPage", () => new PageSource(store, store, store) { EntriesPerPage = number });
        Assert.Throws<ArgumentOutOfRangeException>(
            "EntriesPerFeed", () => new PageSource(store, store, store) { EntriesPerFeed = number });
    }

    /// <summary>No option is a number, a time or a share yet; new ones are tried here.</summary>
    [Fact]
    public Task A_value_is_either_worked_with_or_refused_by_its_name() =>
        new OptionRanges(typeof(PageRenderer).Assembly).TryAllAsync(options =>
        {
            Assert.Fail($"{options.GetType().Name} is not tried here.");
            return Task.CompletedTask;
        });
}
