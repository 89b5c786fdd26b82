package dev.postrider.delivery;

import org.springframework.stereotype.Component;

@Component
public class SenderCheck {
    public void check(String from) {}
}
