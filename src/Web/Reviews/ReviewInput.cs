using Responsables.App.Reviews;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Reviews;

/// <summary>What was ticked and typed for a block.</summary>
/// <param name="Canned">The phrase that was chosen; empty for none.</param>
public sealed record TypedDecision(ReviewDecision? Decision, string Canned, string Reason, string Seal)
{
    /// <summary>The phrase, then what was typed.</summary>
    public string WholeReason => string.Join('\n', new[] { Canned, Reason }.Where(part => part.Length > 0));
}

/// <summary>The decisions of a form: <c>d.block</c> (the choice), <c>c.block</c> and <c>r.block</c> (the reason, chosen and typed), <c>s.block</c> (seal of the content shown).</summary>
public sealed class ReviewInput(IReadOnlyDictionary<BlockKey, TypedDecision> typed)
{
    public const string Validate = "valider";
    public const string Return = "renvoyer";

    public static readonly ReviewInput Empty = new(new Dictionary<BlockKey, TypedDecision>());

    public TypedDecision? this[BlockKey block] => typed.GetValueOrDefault(block);

    public IReadOnlyList<BlockDecision> Decisions =>
        [.. typed.Where(t => t.Value.Decision is not null).Select(t => new BlockDecision(
            t.Key, t.Value.Decision!.Value, t.Value.Decision == ReviewDecision.Returned ? t.Value.WholeReason : null, t.Value.Seal))];

    /// <summary>A reason beside another choice than a return would be lost: which was meant is asked again.</summary>
    public IReadOnlyList<Problem> Problems =>
        [.. typed.Where(t => t.Value.WholeReason.Length > 0 && t.Value.Decision != ReviewDecision.Returned)
            .Select(t => new Problem("reviews.reason-without-return", t.Key.Value))];

    internal static ReviewInput Of(Form form) => new(form.Fields.Keys.Where(name => name.StartsWith("s.", StringComparison.Ordinal)).Select(name => name[2..])
        .ToDictionary(block => new BlockKey(block), block => new TypedDecision(
            form["d." + block] switch { Validate => ReviewDecision.Validated, Return => ReviewDecision.Returned, _ => null },
            form["c." + block],
            form["r." + block],
            form["s." + block])));
}
