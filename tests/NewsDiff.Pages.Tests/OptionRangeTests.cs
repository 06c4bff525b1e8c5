using NewsDiff.TestSupport;

namespace NewsDiff.Pages.Tests;

/// <summary>No option is a number, a time or a share yet; new ones are tried here.</summary>
public sealed class OptionRangeTests
{
    [Fact]
    public Task A_value_is_either_worked_with_or_refused_by_its_name() =>
        new OptionRanges(typeof(PageRenderer).Assembly).TryAllAsync(options =>
        {
            Assert.Fail($"{options.GetType().Name} is not tried here.");
            return Task.CompletedTask;
        });
}
