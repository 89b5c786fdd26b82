package dev.postrider.chaos;

/** What happens to a cluster; the number that goes with it is that of a node or a run, counted from 0, or a setting of SES. */
enum Disturbance {
    KILL("kill -9 node %d"),
    FREEZE("SIGSTOP node %d"),
    THAW("SIGCONT node %d"),
    TERMINATE("SIGTERM node %d"),
    START("start node %d unless it runs"),
    FLUSH_REDIS("Redis FLUSHALL"),
    STOP_REDIS("Redis stops"),
    START_REDIS("Redis starts"),
    START_EMPTY_REDIS("Redis starts without its data"),
    STOP_POSTGRES("PostgreSQL stops"),
    START_POSTGRES("PostgreSQL starts"),
    RESET_BEFORE("SES resets each connection no. %d, mails not taken"),
    RESET_AFTER("SES resets each connection no. %d, mails taken"),
    ANSWER_WITH_ERRORS("SES answers no. %d with an error"),
    THROTTLE("SES throttles for %d ms"),
    SLOW_DOWN("SES answers after %d ms"),
    CALM_SES("SES is well again"),
    STOP_JOB("an operator stops the job of run %d"),
    STOP_RUN("an operator stops run %d"),
    LAUNCH_RUN("an operator launches run %d"),
    RESUME_RUN("an operator resumes run %d"),
    APPROVE_RUN("an operator approves run %d"),
    ABANDON_RUN("an operator abandons run %d"),
    COMPLAIN("recipients of run %d complain"),
    KILL_COMMAND("kill -9 what an operator does with run %d");

    private final String text;

    Disturbance(String text) {
        this.text = text;
    }

    void happenTo(Cluster cluster, int number) {
        switch (this) {
            case KILL -> cluster.node(number).signal("KILL");
            case FREEZE -> cluster.node(number).signal("STOP");
            case THAW -> cluster.node(number).signal("CONT");
            case TERMINATE -> cluster.node(number).signal("TERM");
            case START -> cluster.node(number).start();
            case FLUSH_REDIS -> cluster.redis().flush();
            case STOP_REDIS -> cluster.redis().stop();
            case START_REDIS -> cluster.redis().start();
            case START_EMPTY_REDIS -> cluster.startEmptyRedis();
            case STOP_POSTGRES -> cluster.postgres().stop();
            case START_POSTGRES -> cluster.postgres().start();
            case RESET_BEFORE -> cluster.ses("resetBeforeEvery", number);
            case RESET_AFTER -> cluster.ses("resetAfterEvery", number);
            case ANSWER_WITH_ERRORS -> cluster.ses("errorEvery", number);
            case THROTTLE -> cluster.ses("throttleFor", number);
            case SLOW_DOWN -> cluster.ses("latency", number);
            case CALM_SES -> cluster.calmSes();
            case STOP_JOB -> cluster.operator().stopJob(cluster.run(number));
            case STOP_RUN -> cluster.operator().stop(cluster.run(number));
            case LAUNCH_RUN -> cluster.commands().launch(cluster.run(number));
            case RESUME_RUN -> cluster.commands().resume(cluster.run(number));
            case APPROVE_RUN -> cluster.operator().approve(cluster.run(number));
            case ABANDON_RUN -> cluster.commands().abandon(cluster.run(number));
            case COMPLAIN -> cluster.operator().importComplaints(cluster.run(number));
            case KILL_COMMAND -> cluster.commands().kill(cluster.run(number));
        }
    }

    String describe(int number) {
        return String.format(text, number);
    }
}
