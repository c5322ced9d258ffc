namespace Responsables.Domain.Organizations;

/// <summary>Codes of what can be wrong with a register of organisations.</summary>
public static class RegisterProblems
{
    /// <summary>A code that is not lower-case letters, digits and hyphens. {0} the code.</summary>
    public const string BadCode = "organizations.bad-code";

    /// <summary>A code that would be taken for a node of another hierarchy. {0} the code, {1} the reserved beginning.</summary>
    public const string ReservedCode = "organizations.reserved-code";

    /// <summary>A part that must be filled in is empty. {0} the organisation.</summary>
    public const string Required = "organizations.required";

    /// <summary>A text that is too long. {0} its length, {1} the most allowed.</summary>
    public const string TooLong = "organizations.too-long";

    /// <summary>A text with a line break, a tab or another control character. {0} the organisation.</summary>
    public const string ControlCharacter = "organizations.control-character";

    /// <summary>A region or department that is not an INSEE code. {0} what was given.</summary>
    public const string BadPlace = "organizations.bad-place";

    /// <summary>The last day is before the first. {0} first day, {1} last day.</summary>
    public const string DatesUpsideDown = "organizations.dates-upside-down";

    /// <summary>The same code twice with the same dates. {0} the organisation.</summary>
    public const string Duplicate = "organizations.duplicate";

    /// <summary>Two periods of one organisation that share days. {0} the organisation, {1} the first day of the later.</summary>
    public const string Overlap = "organizations.overlap";

    /// <summary>Two periods of one organisation with days between them. {0} the organisation, {1} last day before, {2} first day after.</summary>
    public const string Gap = "organizations.gap";

    /// <summary>An organisation other than the federation without a parent. {0} the organisation.</summary>
    public const string NoParent = "organizations.no-parent";

    /// <summary>A federation below another organisation. {0} the organisation, {1} the parent.</summary>
    public const string FederationWithParent = "organizations.federation-with-parent";

    /// <summary>A parent that is nowhere in the register. {0} the organisation, {1} the parent.</summary>
    public const string UnknownParent = "organizations.unknown-parent";

    /// <summary>A parent that is not there over the whole period. {0} the organisation, {1} the parent.</summary>
    public const string ParentNotActive = "organizations.parent-not-active";

    /// <summary>Organisations that are each above the next, in a ring. {0} the ring, {1} a day on which it stands.</summary>
    public const string ParentCycle = "organizations.parent-cycle";

    /// <summary>More levels than any federation has. {0} the organisation, {1} the most allowed.</summary>
    public const string TooDeep = "organizations.too-deep";

    /// <summary>A successor that is nowhere in the register. {0} the organisation, {1} the successor.</summary>
    public const string UnknownSuccessor = "organizations.unknown-successor";

    /// <summary>Successors of a period that is not the last of its organisation or has no last day. {0} the organisation.</summary>
    public const string SuccessorsWithoutEnd = "organizations.successors-without-end";

    /// <summary>A successor that is not there on the following day. {0} the organisation, {1} the successor, {2} that day.</summary>
    public const string SuccessorNotActive = "organizations.successor-not-active";

    /// <summary>Organisations that succeed each other in a ring. {0} the ring.</summary>
    public const string SuccessorCycle = "organizations.successor-cycle";

    /// <summary>An organisation that is not there on a day. {0} the organisation, {1} that day.</summary>
    public const string NotThere = "organizations.not-there";

    /// <summary>No federation at a date on which others are active. {0} that day, null: since always.</summary>
    public const string NoFederation = "organizations.no-federation";

    /// <summary>More than one federation at a date. {0} that day, null: since always; {1} their codes.</summary>
    public const string SeveralFederations = "organizations.several-federations";

    /// <summary>A code that an organisation has or had already. {0} the code.</summary>
    public const string CodeKnown = "organizations.code-known";

    /// <summary>Something is already said of the organisation from a later day on. {0} the organisation, {1} that day.</summary>
    public const string LaterChange = "organizations.later-change";

    /// <summary>An organisation named twice in one act. {0} the organisation.</summary>
    public const string NamedTwice = "organizations.named-twice";

    /// <summary>A merger or a split that names fewer than two bodies.</summary>
    public const string TooFew = "organizations.too-few";

    /// <summary>An act after which the organisation is what it was. {0} the organisation.</summary>
    public const string NothingChanges = "organizations.nothing-changes";
}
