namespace Responsables.Domain.Frameworks;

/// <summary>The stable codes of <see cref="FrameworkFault"/>; the sentence of each is a resource.</summary>
public static class FaultCodes
{
    // The file.
    public const string TooLarge = "frameworks.too-large";
    public const string Yaml = "frameworks.yaml";
    public const string YamlAlias = "frameworks.yaml-alias";
    public const string YamlTag = "frameworks.yaml-tag";
    public const string TooDeep = "frameworks.too-deep";
    public const string SeveralDocuments = "frameworks.several-documents";
    public const string TooManyFaults = "frameworks.too-many-faults";

    // Keys and values.
    public const string ExpectedMap = "frameworks.expected-map";
    public const string ExpectedList = "frameworks.expected-list";
    public const string ExpectedText = "frameworks.expected-text";
    public const string ExpectedInteger = "frameworks.expected-integer";
    public const string ExpectedNumber = "frameworks.expected-number";
    public const string ExpectedFlag = "frameworks.expected-flag";
    public const string ExpectedChoice = "frameworks.expected-choice";
    public const string UnknownKey = "frameworks.unknown-key";
    public const string MissingKey = "frameworks.missing-key";
    public const string DuplicateKey = "frameworks.duplicate-key";
    public const string EmptyText = "frameworks.empty-text";
    public const string EmptyList = "frameworks.empty-list";
    public const string BadCode = "frameworks.bad-code";
    public const string ReservedCode = "frameworks.reserved-code";
    public const string Duplicate = "frameworks.duplicate";
    public const string YearsUpsideDown = "frameworks.years-upside-down";

    // Variables.
    public const string UnknownVariable = "frameworks.unknown-variable";
    public const string UnknownDimension = "frameworks.unknown-dimension";
    public const string UnknownCell = "frameworks.unknown-cell";
    public const string NoTotal = "frameworks.no-total";
    public const string NoCells = "frameworks.no-cells";
    public const string TooManyCells = "frameworks.too-many-cells";
    public const string NotForType = "frameworks.not-for-type";
    public const string AdditionMismatch = "frameworks.addition-mismatch";
    public const string WeightMissing = "frameworks.weight-missing";
    public const string WeightUseless = "frameworks.weight-useless";
    public const string BadWeight = "frameworks.bad-weight";
    public const string PersonsNotAdded = "frameworks.persons-not-added";
    public const string PercentageAdded = "frameworks.percentage-added";
    public const string MinAboveMax = "frameworks.min-above-max";

    // Formulas and rules.
    public const string Unexpected = "frameworks.unexpected";
    public const string UnexpectedEnd = "frameworks.unexpected-end";
    public const string BadNumber = "frameworks.bad-number";
    public const string FormulaTooLong = "frameworks.formula-too-long";
    public const string UnknownFunction = "frameworks.unknown-function";
    public const string NotHere = "frameworks.not-here";
    public const string UnknownOutput = "frameworks.unknown-output";
    public const string OutsideSum = "frameworks.outside-sum";
    public const string BadCount = "frameworks.bad-count";
    public const string CountNotBoolean = "frameworks.count-not-boolean";
    public const string NotNumeric = "frameworks.not-numeric";
    public const string DifferentUnits = "frameworks.different-units";
    public const string NotAdditive = "frameworks.not-additive";
    public const string MeanWithoutWeight = "frameworks.mean-without-weight";
    public const string WrongWeight = "frameworks.wrong-weight";
    public const string NothingToAdd = "frameworks.nothing-to-add";
    public const string DivisionByZero = "frameworks.division-by-zero";
    public const string NotAPercentage = "frameworks.not-a-percentage";
    public const string NotAsked = "frameworks.not-asked";
    public const string NotACondition = "frameworks.not-a-condition";
    public const string NotAValue = "frameworks.not-a-value";
    public const string YesNoComparison = "frameworks.yes-no-comparison";

    // Indicators.
    public const string UnknownObjective = "frameworks.unknown-objective";
    public const string RuleOrVariation = "frameworks.rule-or-variation";
    public const string BadCondition = "frameworks.bad-condition";
    public const string BadAnswer = "frameworks.bad-answer";
    public const string VolumeOfRatio = "frameworks.volume-of-ratio";
    public const string BadFactor = "frameworks.bad-factor";
    public const string ExampleDiffers = "frameworks.example-differs";
    public const string ExampleOverflows = "frameworks.example-overflows";

    // What a branch adds.
    public const string NotPrefixed = "frameworks.not-prefixed";
    public const string PrefixTaken = "frameworks.prefix-taken";
    public const string OtherFramework = "frameworks.other-framework";
    public const string NoSuchObjective = "frameworks.no-such-objective";
    public const string BranchTwice = "frameworks.branch-twice";

    // Continuity between frameworks.
    public const string UnknownIndicator = "frameworks.unknown-indicator";
    public const string NoSuchOutput = "frameworks.no-such-output";
    public const string NotTheNext = "frameworks.not-the-next";
    public const string LinkedTwice = "frameworks.linked-twice";
    public const string FactorMissing = "frameworks.factor-missing";
    public const string FactorUseless = "frameworks.factor-useless";
    public const string FactorNotPositive = "frameworks.factor-not-positive";

    // Rules of the quality desk.
    public const string UnknownPlace = "frameworks.unknown-place";
    public const string NoFrameworkBeside = "frameworks.no-framework-beside";
    public const string TooSmall = "frameworks.too-small";

    // What other frameworks ask for.
    public const string NoSuchFramework = "frameworks.no-such-framework";
    public const string NotCompared = "frameworks.not-compared";
    public const string NotInFramework = "frameworks.not-in-framework";
    public const string HeldTwice = "frameworks.held-twice";
    public const string OneOf = "frameworks.one-of";
    public const string KeyUseless = "frameworks.key-useless";
    public const string NotTheSameUnit = "frameworks.not-the-same-unit";
    public const string BadAddress = "frameworks.bad-address";
}
