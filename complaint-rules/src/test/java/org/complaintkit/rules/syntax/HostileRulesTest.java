package org.complaintkit.rules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.complaintkit.rules.TestPack;
import org.complaintkit.rules.pack.PackFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Drools would run and a pack must not: refused with its place, before anything is compiled. */
class HostileRulesTest {
    private static List<PackFault> faults(String drl) {
        return TestPack.good().with("grading.drl", drl).faults().stream()
                .filter(fault -> fault.file().equals("grading.drl"))
                .toList();
    }

    private static void refused(String drl) {
        assertThat(faults(drl))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.at().line()).isPositive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package evil;",
                "import java.io.File;",
                "import static java.lang.System.exit;",
                "import function java.lang.System.exit;",
                "function void f() { System.exit(1); }",
                "global java.util.List results;",
                "declare Evil x : String = System.getenv(\"A\") end",
                "query \"q\" Grading() end",
                "dialect \"mvel\"",
                "unit Evil;",
                "\\u0069mport java.io.File;"
            })
    void outside_of_rules(String line) {
        refused(line + "\n" + TestPack.good().text("grading.drl"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salience 10",
                "salience( System.identityHashCode(this) )",
                "no-loop true",
                "enabled( Runtime.getRuntime() != null )",
                "agenda-group \"x\"",
                "date-expires \"2020-01-01\"",
                "timer (int: 1s)",
                "@propertyReactive",
                "@Watch( a )"
            })
    void between_name_and_when(String attribute) {
        refused("rule \"x\" @clause(\"TST-01\") @basis(\"TEXT\") " + attribute
                + "\nwhen decide : Grading() then decide.label(\"MAJOR\"); end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grading()",
                "$c : Grading()",
                "decide : Grading() Grading()",
                "decide : Grading() and Grading()",
                "decide : Grading() or decide : Grading()",
                "exists Grading()",
                "not Grading()",
                "forall( Grading() )",
                "eval( true )",
                "decide : Grading() from System.getProperties().values()",
                "decide : Grading() over window:time( 1s )",
                "accumulate( Grading(); $n : count(1) )",
                "decide : java.lang.Object()",
                "decide : Grading( eval( System.exit(1) ) )",
                "decide : Grading( this.getClass() != null )",
                "decide : Grading( getClass().getName() == \"x\" )",
                "decide : Grading( labels.contains(\"X\") )",
                "decide : Grading( channel matches \"(a+)+b\" )",
                "decide : Grading( channel == System.getenv(\"A\") )",
                "decide : Grading( channel == (String) null )",
                "decide : Grading( $x : channel )",
                "decide : Grading( channel memberOf labels )",
                "decide : Grading( claimedLoss > 1 + 1 )",
                "decide : Grading( claimedLoss > new java.math.BigDecimal(1) )",
                "decide : Grading( given contains \"\\u0022\" )",
                "decide : Grading( given contains \"*/ System.exit(1); /*\" )",
                "decide : Grading( param(\"tst.loss\") > 1 )",
                "decide : Grading( channel == \"A\" || true )",
                "decide ?: Grading()"
            })
    void in_the_pattern(String pattern) {
        refused("rule \"x\" @clause(\"TST-01\") @basis(\"TEXT\") when\n" + pattern
                + "\nthen decide.label(\"MAJOR\"); end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(1);",
                "decide.label(\"MAJOR\"); Runtime.getRuntime().exec(\"x\");",
                "decide.getClass();",
                "decide.label(\"MAJOR\".concat(\"X\"));",
                "decide.label(System.getenv(\"A\"));",
                "decide.label(new String(\"MAJOR\"));",
                "modify( decide ) { label(\"MAJOR\") }",
                "update( decide );",
                "insert( new Object() );",
                "insertLogical( decide );",
                "delete( decide );",
                "drools.halt();",
                "kcontext.getKieRuntime();",
                "while (true) { }",
                "for (;;) ;",
                "throw new Error();",
                "int[] x = new int[2000000000];",
                "{ decide.label(\"MAJOR\"); }",
                "} static { System.exit(1); } void f() {",
                "decide.label(\"MAJOR\")",
                "decide.label(\"\\\" + System.exit(1) + \\\"\");",
                "label(\"MAJOR\");",
                "decide.propose(\"MAJOR\");",
                "decide.situation();",
                "return;",
                ";"
            })
    void in_the_consequence(String code) {
        refused("rule \"x\" @clause(\"TST-01\") @basis(\"TEXT\") when decide : Grading() then\n" + code + "\nend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/ class X {} /*", "a\" + System.exit(1) + \"", "a\\u0022b", "a\u202Eb", "a\nb"})
    void in_the_name(String name) {
        refused("rule \"" + name + "\" @clause(\"TST-01\") @basis(\"TEXT\") when decide : Grading() then"
                + " decide.label(\"MAJOR\"); end");
    }
}
