using NewsDiff.Events;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IEventDeliveryStore"/> and <see cref="IDeadLetterStore"/> must do.</summary>
public abstract class EventDeliveryContract : StoreContract<IEventDeliveryStore>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task A_new_handler_begins_at_the_end_of_the_log()
    {
        IEventDeliveryStore store = await OpenForTestAsync();
        await ((ITrackerStore)store).AppendAsync(Drafts.Of("a", "one"), Token);
        await SettleAsync(store);

        EventDelivery delivery = (await store.ClaimDeliveryAsync("mail", Noon, Lease, Token))!;
        await ((ITrackerStore)store).AppendAsync(Drafts.Of("a", "two"), Token);
        await SettleAsync(store);

        Assert.Equal(("mail", 1L, Noon + Lease), (delivery.Handler, delivery.Claim, delivery.LeasedUntil));
        ArticleEvent next = Assert.Single(await ListAsync(
            ((ITrackerStore)store).ReadEventsAsync(new EventQuery { After = delivery.Cursor }, Token)));
        Assert.Equal(2, next.Number);
    }

    [Fact]
    public async Task A_delivery_comes_back_as_it_was_saved()
    {
        IEventDeliveryStore store = await OpenForTestAsync();
        EventDelivery claimed = (await store.ClaimDeliveryAsync("mail \0 \uD83D", Noon, Lease, Token))!;
        EventDelivery saved = claimed with
        {
            Cursor = new EventCursor { Transaction = 7, Sequence = 42 },
            Failures = 3,
            RetryAt = Noon.AddHours(1).AddTicks(9_999),
            LastReason = "because \0 \uDC00",
            Memory = "{}",
            LeasedUntil = null,
        };

        Assert.True(await store.SaveDeliveryAsync(saved, cancellationToken: Token));
        EventDelivery again = (await store.ClaimDeliveryAsync("mail \0 \uD83D", Noon, Lease, Token))!;

        Assert.Equal(
            saved with { Claim = 2, LeasedUntil = Noon + Lease, RetryAt = Noon.AddHours(1) }, again);
        EventDelivery first = (await store.ClaimDeliveryAsync("feed", Noon, Lease, Token))!;
        Assert.Equal([first, again], await ListAsync(store.ReadDeliveriesAsync(Token)));
    }

    [Fact]
    public async Task One_of_many_callers_claims_a_handler_until_its_lease_ends_or_is_given_back()
    {
        IEventDeliveryStore store = await OpenForTestAsync();

        EventDelivery?[] claims = await AtOnceAsync(
            8, _ => store.ClaimDeliveryAsync("mail", Noon, Lease, Token).AsTask());
        EventDelivery held = Assert.Single(claims, claim => claim is not null)!;

        DateTimeOffset last = Noon + Lease - TimeSpan.FromMilliseconds(1);
        Assert.Null(await store.ClaimDeliveryAsync("mail", last, Lease, Token));
        Assert.NotNull(await store.ClaimDeliveryAsync("feed", Noon, Lease, Token));
        Assert.True(await store.SaveDeliveryAsync(
            held with { LeasedUntil = Noon.AddHours(1) }, cancellationToken: Token));
        Assert.Null(await store.ClaimDeliveryAsync("mail", Noon + Lease, Lease, Token));
        EventDelivery later = (await store.ClaimDeliveryAsync("mail", Noon.AddHours(1), Lease, Token))!;
        Assert.True(await store.SaveDeliveryAsync(later with { LeasedUntil = null }, cancellationToken: Token));
        Assert.NotNull(await store.ClaimDeliveryAsync("mail", Noon, Lease, Token));
    }

    [Fact]
    public async Task Who_lost_the_claim_saves_nothing_and_puts_nothing_aside()
    {
        IEventDeliveryStore store = await OpenForTestAsync();
        EventDelivery lost = (await store.ClaimDeliveryAsync("mail", Noon, Lease, Token))!;
        EventDelivery held = (await store.ClaimDeliveryAsync("mail", Noon + Lease, Lease, Token))!;

        Assert.False(await store.SaveDeliveryAsync(lost with { Failures = 9 }, Letter(1), Token));
        Assert.True(await store.SaveDeliveryAsync(held with { LeasedUntil = null }, cancellationToken: Token));

        Assert.Equal(0, (await store.ClaimDeliveryAsync("mail", Noon, Lease, Token))!.Failures);
        Assert.Empty(await ListAsync(((IDeadLetterStore)store).ReadDeadLettersAsync(Token)));
    }

    [Fact]
    public async Task Dead_letters_are_read_by_handler_and_place_until_they_are_removed()
    {
        IEventDeliveryStore store = await OpenForTestAsync();
        EventDelivery mail = (await store.ClaimDeliveryAsync("mail", Noon, Lease, Token))!;
        EventDelivery feed = (await store.ClaimDeliveryAsync("feed", Noon, Lease, Token))!;
        Assert.True(await store.SaveDeliveryAsync(mail, Letter(10), Token));
        Assert.True(await store.SaveDeliveryAsync(mail, Letter(9), Token));
        Assert.True(await store.SaveDeliveryAsync(feed, Letter(11) with { Handler = "feed", Reason = null }, Token));

        List<DeadLetter> letters = await ListAsync(((IDeadLetterStore)store).ReadDeadLettersAsync(Token));

        Assert.Equal([Letter(11) with { Handler = "feed", Reason = null }, Letter(9), Letter(10)], letters);
        Assert.True(await ((IDeadLetterStore)store).RemoveDeadLetterAsync(Letter(9), Token));
        Assert.False(await ((IDeadLetterStore)store).RemoveDeadLetterAsync(Letter(9), Token));
        Assert.Equal(2, (await ListAsync(((IDeadLetterStore)store).ReadDeadLettersAsync(Token))).Count);
    }

    [Fact]
    public async Task An_event_that_is_put_aside_again_is_one_dead_letter_about_the_last_attempt()
    {
        IEventDeliveryStore store = await OpenForTestAsync();
        EventDelivery mail = (await store.ClaimDeliveryAsync("mail", Noon, Lease, Token))!;
        DeadLetter again = Letter(9) with { At = Noon.AddDays(1), Attempts = 3, Reason = null };
        await store.SaveDeliveryAsync(mail, Letter(9), Token);

        Assert.True(await store.SaveDeliveryAsync(mail, again, Token));

        Assert.Equal([again], await ListAsync(((IDeadLetterStore)store).ReadDeadLettersAsync(Token)));
    }

    private static DeadLetter Letter(long sequence) => new()
    {
        Handler = "mail",
        Cursor = new EventCursor { Sequence = sequence },
        At = Noon,
        Attempts = 12,
        Reason = "The mail server said no.",
    };
}
