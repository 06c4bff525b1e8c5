using NewsDiff.Text;

namespace NewsDiff.Tests.Text;

/// <summary>The memory of huge input is not held after it.</summary>
public class SharedArraysTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5_000)]
    [InlineData(4 << 20)]
    public void Arrays_of_usual_input_are_used_again(int length)
    {
        byte[] first = SharedArrays.Take<byte>(length);
        SharedArrays.GiveBack(first);

        byte[] second = SharedArrays.Take<byte>(length);

        Assert.Same(first, second);
        Assert.True(second.Length >= length);
        SharedArrays.GiveBack(second);
    }

    [Theory]
    [InlineData((4 << 20) + 1)]
    [InlineData(64 << 20)]
    public void Arrays_of_huge_input_are_just_long_enough_and_not_kept(int length)
    {
        byte[] first = SharedArrays.Take<byte>(length);
        SharedArrays.GiveBack(first);

        Assert.Equal(length, first.Length);
        Assert.NotSame(first, SharedArrays.Take<byte>(length));
    }

    [Fact]
    public void Any_array_can_be_given_back()
    {
        foreach (int length in (int[])[0, 1, 50_000, 65_536, 65_537, 80_000, 87_381, 87_382, 200_000])
        {
            // 48 bytes each, as the nodes of a page: some lengths fit only before they are rounded up.
            SharedArrays.GiveBack(SharedArrays.Take<(decimal, decimal, decimal)>(length));
        }
    }

    [Fact]
    public void The_size_of_the_elements_counts()
    {
        decimal[] small = SharedArrays.Take<decimal>(1 << 18);
        Assert.Equal(1 << 18, small.Length);
        SharedArrays.GiveBack(small);

        Assert.Equal((1 << 18) + 1, SharedArrays.Take<decimal>((1 << 18) + 1).Length);
    }
}
