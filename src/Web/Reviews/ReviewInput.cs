using Responsables.App.Reviews;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Reviews;

/// <summary>What was ticked and typed for a block.</summary>
public sealed record TypedDecision(ReviewDecision? Decision, string Reason, string Seal);

/// <summary>The decisions of a form: <c>d.block</c> (the choice), <c>r.block</c> (the reason), <c>s.block</c> (seal of the content shown).</summary>
public sealed class ReviewInput(IReadOnlyDictionary<BlockKey, TypedDecision> typed)
{
    public const string Validate = "valider";
    public const string Return = "renvoyer";

    public static readonly ReviewInput Empty = new(new Dictionary<BlockKey, TypedDecision>());

    public TypedDecision? this[BlockKey block] => typed.GetValueOrDefault(block);

    public IReadOnlyList<BlockDecision> Decisions =>
        [.. typed.Where(t => t.Value.Decision is not null).Select(t => new BlockDecision(
            t.Key, t.Value.Decision!.Value, t.Value.Decision == ReviewDecision.Returned ? t.Value.Reason : null, t.Value.Seal))];

    /// <summary>A reason beside another choice than a return would be lost: which was meant is asked again.</summary>
    public IReadOnlyList<Problem> Problems =>
        [.. typed.Where(t => t.Value.Reason.Length > 0 && t.Value.Decision != ReviewDecision.Returned)
            .Select(t => new Problem("reviews.reason-without-return", t.Key.Value))];

    internal static ReviewInput Of(Form form) => new(form.Fields.Keys.Where(name => name.StartsWith("s.", StringComparison.Ordinal)).Select(name => name[2..])
        .ToDictionary(block => new BlockKey(block), block => new TypedDecision(
            form["d." + block] switch { Validate => ReviewDecision.Validated, Return => ReviewDecision.Returned, _ => null },
            form["r." + block],
            form["s." + block])));
}
